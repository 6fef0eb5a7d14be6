package fi.seloste.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.Policy;
import fi.seloste.staff.ApiTokens;
import fi.seloste.staff.Permissions;
import fi.seloste.store.Purpose;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.json.JsonMapper;

@MarketingTest
class PicturesTest {

    private static final String SECRET = "Taken at 62.24 N by Ada";

    @Autowired
    Readers readers;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Specimens specimens;

    @Autowired
    MockMvc web;

    private String token;

    @BeforeEach
    void a_program_of_marketing() {
        token = tokens.make(
                new ApiTokens.Wish("Pictures", List.of(Purpose.MARKETING.code()), null),
                Readers.JENNY,
                Permissions.allOf(List.of(Purpose.MARKETING)));
    }

    @Test
    @Policy("M11")
    void a_photograph_is_drawn_anew_upright_small_and_without_what_the_file_tells_beside_it() throws Exception {
        var file = turned(photograph(3000, 2000), 6);
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains(SECRET);

        var brought = brought(file).andExpect(status().isCreated());
        brought.andExpect(jsonPath("$.width").value(1072))
                .andExpect(jsonPath("$.height").value(1608));
        var url = text(brought, "/url");
        assertThat(url).matches("/pictures/[A-Za-z0-9_-]{22}-1072x1608\\.jpg");

        var shown = web.perform(get(url))
                .andExpect(status().isOk())
                .andExpect(content().contentType("image/jpeg"))
                .andExpect(header().string("Content-Security-Policy", "sandbox; default-src 'none'"))
                .andExpect(header().string("Cache-Control", Matchers.containsString("immutable")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        var image = ImageIO.read(new ByteArrayInputStream(shown));
        assertThat(image.getHeight()).isEqualTo(1608);
        // The left of the camera's picture is red; held upright that is above.
        assertThat(new Color(image.getRGB(536, 60)).getRed()).isGreaterThan(200);
        assertThat(new Color(image.getRGB(536, 1550)).getBlue()).isGreaterThan(200);
        assertThat(new String(shown, StandardCharsets.ISO_8859_1)).doesNotContain(SECRET, "Exif");
    }

    @Test
    @Policy("M11")
    void a_clear_drawing_stays_clear_and_as_small_as_it_is() throws Exception {
        var drawing = new BufferedImage(80, 40, BufferedImage.TYPE_INT_ARGB);
        drawing.setRGB(3, 3, 0xff00aa00);
        var url = text(brought(written(drawing, "png")).andExpect(status().isCreated()), "/url");

        var shown = ImageIO.read(new ByteArrayInputStream(
                web.perform(get(url)).andReturn().getResponse().getContentAsByteArray()));
        assertThat(shown.getWidth()).isEqualTo(80);
        assertThat(shown.getRGB(3, 3)).isEqualTo(0xff00aa00);
        assertThat(shown.getRGB(60, 30) >>> 24).isZero();
    }

    @Test
    @Policy("M11")
    void what_is_no_picture_whatever_it_calls_itself_is_refused_in_words() throws Exception {
        refused(
                "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>".getBytes(StandardCharsets.UTF_8),
                "no picture");
        refused(new byte[] {1, 2, 3}, "no picture");
        refused(new byte[0], "Choose a file");
        var half = photograph(400, 300);
        refused(java.util.Arrays.copyOf(half, 120), "cannot be read");
        refused(new byte[(20 << 20) + 1], "larger than 20 MB");
        refused(bomb(), "million points");
    }

    @Test
    void a_mail_keeps_the_place_of_a_picture_and_names_it_where_everybody_can_fetch_it() throws Exception {
        var url = text(brought(photograph(1600, 800)), "/url");
        var firm = readers.firm("Kuvala Oy");
        readers.met(firm, "Ada Kuva", "ada@kuvala.example", "fi");
        var id = readers.campaign(firm, with(url));
        assertThat(readers.marketing.look(id).checks())
                .filteredOn(one -> one.code().equals("links"))
                .allMatch(Check::passed);

        var html = readers.purposes.as(
                Purpose.MARKETING, () -> specimens.of(id, "fi", null).html());
        assertThat(html).contains(PublicAddress.URL + url, "width=\"536\"", "height=\"268\"", "alt=\"Kuva\"");
        assertThat(html)
                .as("narrower on a telephone, and not squeezed")
                .contains("height:auto;width:100%")
                .doesNotContain("height:268px");
    }

    @Test
    void a_picture_that_a_message_shows_stays_and_one_that_is_gone_stops_the_message() throws Exception {
        var made = brought(photograph(200, 100));
        var firm = readers.firm("Taulula Oy");
        readers.met(firm, "Ada Taulu", "ada@taulula.example", "fi");
        var id = readers.campaign(firm, with(text(made, "/url")));
        var path = "/api/v1/pictures/" + text(made, "/id");
        web.perform(delete(path).header("Authorization", "Bearer " + token)).andExpect(status().isConflict());

        var draft = readers.marketing.get(id);
        readers.marketing.change(id, draft.plan(), Readers.content(), draft.version());
        web.perform(delete(path).header("Authorization", "Bearer " + token)).andExpect(status().isNoContent());
        web.perform(get(text(made, "/url"))).andExpect(status().isNotFound());

        var again = readers.marketing.get(id);
        readers.marketing.change(id, again.plan(), with(text(made, "/url")), again.version());
        assertThat(readers.marketing.look(id).checks())
                .filteredOn(one -> one.code().equals("links"))
                .noneMatch(Check::passed);
    }

    private static Content with(String url) {
        return new Content(
                List.of("fi"),
                Map.of("fi", "Kuva"),
                Map.of("fi", "vastaat kuvista"),
                List.of(
                        new Block(Block.Kind.TEXT, "", Map.of("fi", "Katso")),
                        new Block(Block.Kind.IMAGE, url, Map.of("fi", "Kuva"))));
    }

    private ResultActions brought(byte[] file) throws Exception {
        return web.perform(multipart("/api/v1/pictures")
                .file(new MockMultipartFile("file", "C:\\photos\\kuva.jpg", "image/jpeg", file))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "en"));
    }

    private void refused(byte[] file, String words) throws Exception {
        brought(file).andExpect(status().isBadRequest()).andExpect(content().string(Matchers.containsString(words)));
    }

    private static String text(ResultActions made, String pointer) throws Exception {
        return JsonMapper.shared()
                .readTree(made.andReturn().getResponse().getContentAsByteArray())
                .at(pointer)
                .asString();
    }

    /** Red on its left, blue on its right. */
    private static byte[] photograph(int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.dispose();
        return written(image, "jpg");
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** As a camera writes it that was held sideways: the picture as it was seen, how it was held, and more than anybody asked. */
    private static byte[] turned(byte[] jpeg, int orientation) {
        var out = new ByteArrayOutputStream();
        var told = SECRET.getBytes(StandardCharsets.US_ASCII);
        int begin = 4 + jpeg[5]; // behind the first segment, which says that it is a JPEG
        out.write(jpeg, 0, begin);
        byte[] exif = {
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        int length = 2 + exif.length + told.length;
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, (byte) (length >> 8), (byte) length});
        out.writeBytes(exif);
        out.writeBytes(told);
        out.write(jpeg, begin, jpeg.length - begin);
        return out.toByteArray();
    }

    /** A few bytes that say they are a picture of ninety million points. */
    private static byte[] bomb() throws IOException {
        var small = written(new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY), "png");
        var header = java.nio.ByteBuffer.wrap(small);
        header.putInt(16, 10_000).putInt(20, 9_000);
        var sum = new java.util.zip.CRC32();
        sum.update(small, 12, 17);
        header.putInt(29, (int) sum.getValue());
        return small;
    }
}
