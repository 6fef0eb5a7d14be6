package fi.seloste.marketing;

import fi.seloste.base.Problem;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded picture drawn anew: upright as the camera was held, no larger than a mail shows on a fine screen, and without what the file held beside the
 * picture, such as where it was taken and by whom.
 */
record Redrawn(byte[] content, String mediaType, Picture.Size size) {

    static final int LARGEST_MEGABYTES = 20;
    private static final Set<String> KINDS = Set.of("jpeg", "png", "gif");
    private static final int WIDEST = 1072;
    private static final int HIGHEST = 2400;
    /** A file of a few kilobytes may unfold to gigabytes: what it would be is read before it is drawn. */
    private static final long MOST_POINTS = 60_000_000;
    /** A photograph saved as PNG takes ten times the room. */
    private static final int LARGEST_DRAWING = 400_000;

    static Redrawn of(byte[] file) {
        if (file.length > LARGEST_MEGABYTES << 20) {
            throw Problem.invalid("file", "pictures.large", LARGEST_MEGABYTES);
        }
        // One at a time: what a camera takes is a hundred megabytes while it is drawn.
        synchronized (KINDS) {
            try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
                var readers = ImageIO.getImageReaders(in);
                if (!readers.hasNext()) {
                    throw Problem.invalid("file", "pictures.kind");
                }
                var reader = readers.next();
                try {
                    reader.setInput(in);
                    return drawn(reader);
                } finally {
                    reader.dispose();
                }
            } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
                throw Problem.invalid("file", "pictures.broken");
            }
        }
    }

    private static Redrawn drawn(ImageReader reader) throws IOException {
        var kind = reader.getFormatName().toLowerCase(Locale.ROOT);
        if (!KINDS.contains(kind)) {
            throw Problem.invalid("file", "pictures.kind");
        }
        if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_POINTS) {
            throw Problem.invalid("file", "pictures.points", MOST_POINTS / 1_000_000);
        }
        if (kind.equals("gif") && reader.getNumImages(true) > 1) {
            throw Problem.invalid("file", "pictures.moving");
        }
        var image = small(upright(reader));
        if (!kind.equals("jpeg")) {
            var drawing = written(image, "png");
            if (image.getColorModel().hasAlpha() || drawing.length <= LARGEST_DRAWING) {
                return of(image, drawing, "image/png");
            }
        }
        return of(image, written(image, "jpg"), "image/jpeg");
    }

    private static Redrawn of(BufferedImage image, byte[] content, String mediaType) {
        return new Redrawn(content, mediaType, new Picture.Size(image.getWidth(), image.getHeight()));
    }

    /** Read with only as many points as are wanted, twice over for the drawing; then turned as the file says. */
    private static BufferedImage upright(ImageReader reader) throws IOException {
        var how = reader.getDefaultReadParam();
        int every = Math.max(1, Math.min(reader.getWidth(0), reader.getHeight(0)) / (2 * WIDEST));
        how.setSourceSubsampling(every, every, 0, 0);
        var image = reader.read(0, how);
        var turned = orientation(reader);
        return turned == null
                ? image
                : ExifFilterUtils.getFilterForOrientation(turned).apply(image);
    }

    /** Only photographs tell it; what cannot be made out is upright. */
    private static @Nullable Orientation orientation(ImageReader reader) throws IOException {
        if (!reader.getFormatName().equalsIgnoreCase("jpeg")) {
            return null;
        }
        try {
            return ExifUtils.getExifOrientation(reader, 0);
        } catch (IIOException | RuntimeException e) {
            return null;
        }
    }

    private static BufferedImage small(BufferedImage image) throws IOException {
        double scale = Math.min(1, Math.min((double) WIDEST / image.getWidth(), (double) HIGHEST / image.getHeight()));
        return Thumbnails.of(image)
                .imageType(image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB)
                .size(Math.max(1, (int) Math.round(image.getWidth() * scale)), Math.max(1, (int)
                        Math.round(image.getHeight() * scale)))
                .keepAspectRatio(false)
                .asBufferedImage();
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        var how = Thumbnails.of(image).scale(1).outputFormat(format);
        (format.equals("jpg") ? how.outputQuality(0.86) : how).toOutputStream(out);
        return out.toByteArray();
    }

    String ending() {
        return mediaType.equals("image/png") ? "png" : "jpg";
    }
}
