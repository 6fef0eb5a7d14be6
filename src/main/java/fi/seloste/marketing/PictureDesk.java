package fi.seloste.marketing;

import fi.seloste.base.Actor;
import fi.seloste.base.Length;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.base.Problem;
import fi.seloste.base.Spot;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.store.As;
import fi.seloste.store.Blobs;
import fi.seloste.store.Purpose;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The door to the pictures that messages may show: brought, shown, taken away. */
@Component
public class PictureDesk {

    private static final int CHOICE = 200;
    private static final SecureRandom CHANCE = new SecureRandom();

    private final Pictures pictures;
    private final Blobs blobs;
    private final Evidence evidence;

    PictureDesk(Pictures pictures, Blobs blobs, Evidence evidence) {
        this.pictures = pictures;
        this.blobs = blobs;
        this.evidence = evidence;
    }

    /** A picture as it lies here, for whoever knows its address. */
    public record Open(String mediaType, InputStream content) {}

    @As(Purpose.MARKETING)
    public Paged<Picture> newest(Paging asked) {
        return Paged.of(
                pictures.newest(asked.afterSpot(), asked.limit() + 1), asked, one -> new Spot(one.madeAt(), one.id()));
    }

    /** To choose among while one writes. */
    @As(Purpose.MARKETING)
    public List<Picture> choice() {
        return pictures.newest(null, CHOICE);
    }

    @As(Purpose.MARKETING)
    public Picture get(UUID id) {
        return pictures.find(id).orElseThrow(() -> Problem.notFound("picture"));
    }

    @As(Purpose.MARKETING)
    public Picture add(@Nullable MultipartFile file, Actor actor) {
        if (file == null || file.isEmpty()) {
            throw Problem.invalid("file", "pictures.missing");
        }
        if (file.getSize() > (long) Redrawn.LARGEST_MEGABYTES << 20) {
            throw Problem.invalid("file", "pictures.large", Redrawn.LARGEST_MEGABYTES);
        }
        try {
            return add(named(file.getOriginalFilename()), Redrawn.of(file.getBytes()), actor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that does not come from a browser. */
    @As(Purpose.MARKETING)
    public Picture add(String name, byte[] file, Actor actor) {
        return add(name, Redrawn.of(file), actor);
    }

    private Picture add(String name, Redrawn drawn, Actor actor) {
        var size = drawn.size();
        var address = "%s-%dx%d.%s".formatted(unguessable(), size.width(), size.height(), drawn.ending());
        var blob =
                blobs.keep(new Blobs.Label(name, drawn.mediaType(), null), new ByteArrayInputStream(drawn.content()));
        var id = pictures.add(address, name, drawn, blob, actor);
        evidence.record(actor, Act.of("picture-added").about("picture", id));
        return get(id);
    }

    /** One that a message shows, or may have shown, stays: readers open old mail. */
    @As(Purpose.MARKETING)
    public void remove(UUID id, Actor actor) {
        var picture = get(id);
        var shown = pictures.shownBy(picture);
        if (!shown.isEmpty()) {
            throw Problem.conflict("pictures.shown", String.join(", ", shown));
        }
        pictures.remove(id);
        evidence.record(actor, Act.of("picture-removed").about("picture", id));
    }

    @As(Purpose.SUBJECT)
    public Open open(String address) {
        var shown = pictures.at(address).orElseThrow(() -> Problem.notFound("picture"));
        try {
            return new Open(shown.mediaType(), Files.newInputStream(blobs.file(shown.blob())));
        } catch (IOException e) {
            throw Problem.notFound("picture");
        }
    }

    /** As the file was called where it came from, without its path. */
    private static String named(@Nullable String file) {
        var name = Objects.requireNonNullElse(file, "")
                .replaceFirst("^.*[/\\\\]", "")
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return name.isEmpty() ? "picture" : name.substring(0, Math.min(name.length(), Length.NAME.most()));
    }

    private static String unguessable() {
        var bytes = new byte[16];
        CHANCE.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
