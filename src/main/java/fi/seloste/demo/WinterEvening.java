package fi.seloste.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** A picture for the letters of the demonstration: drawn here, so that nobody else's has to be asked for. */
final class WinterEvening {

    private static final int WIDTH = 1072;
    private static final int HEIGHT = 440;
    private static final int GROUND = 330;

    private WinterEvening() {}

    static byte[] drawn() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setPaint(new GradientPaint(0, 0, new Color(0x13264a), 0, GROUND, new Color(0xe9b7a0)));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(new Color(0xfdf3dc));
        pen.fill(new Ellipse2D.Double(770, 70, 74, 74));
        wood(pen, new Color(0x33456b), 36, 74);
        line(pen);
        pen.setPaint(new GradientPaint(0, GROUND - 30, new Color(0xf4f7fb), 0, HEIGHT, new Color(0xc3d2e6)));
        pen.fill(new Ellipse2D.Double(-300, GROUND - 26, WIDTH + 600, 520));
        wood(pen, new Color(0x1b2b47), 9, 150);
        snow(pen);
        pen.dispose();
        return png(image);
    }

    /** Spruces side by side, the higher the fewer. */
    private static void wood(Graphics2D pen, Color color, int many, int high) {
        var chance = new Random(many);
        pen.setColor(color);
        for (int i = 0; i < many; i++) {
            double x = (i + 0.2 + 0.6 * chance.nextDouble()) * WIDTH / many;
            double tall = high * (0.65 + 0.5 * chance.nextDouble());
            spruce(pen, x, GROUND + high / 4.0, tall);
        }
    }

    private static void spruce(Graphics2D pen, double x, double foot, double tall) {
        for (int layer = 0; layer < 4; layer++) {
            double top = foot - tall * (1 - layer * 0.2);
            double low = foot - tall * (0.62 - layer * 0.2);
            double half = tall * (0.12 + layer * 0.07);
            var branches = new Path2D.Double();
            branches.moveTo(x, top);
            branches.lineTo(x + half, low);
            branches.lineTo(x - half, low);
            branches.closePath();
            pen.fill(branches);
        }
    }

    /** Pylons with a wire from each to the next. */
    private static void line(Graphics2D pen) {
        pen.setColor(new Color(0x22314f));
        for (int x = 80; x < WIDTH + 300; x += 300) {
            pen.setStroke(new BasicStroke(5));
            pen.drawLine(x, 150, x, GROUND + 10);
            pen.drawLine(x - 34, 172, x + 34, 172);
            pen.setStroke(new BasicStroke(1.6f));
            for (int side : new int[] {-32, 32}) {
                pen.draw(new QuadCurve2D.Double(x + side - 300, 174, x + side - 150, 214, x + side, 174));
            }
        }
    }

    private static void snow(Graphics2D pen) {
        var chance = new Random(7);
        pen.setColor(new Color(255, 255, 255, 210));
        for (int i = 0; i < 220; i++) {
            double size = 1.5 + 3 * chance.nextDouble();
            pen.fill(new Ellipse2D.Double(chance.nextDouble() * WIDTH, chance.nextDouble() * HEIGHT, size, size));
        }
    }

    private static byte[] png(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
