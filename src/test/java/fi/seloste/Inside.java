package fi.seloste;

import fi.seloste.installation.Setting;
import fi.seloste.installation.Settings;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The house on a data folder, without a web server and without jobs: for programs that measure from within. */
public record Inside(ConfigurableApplicationContext context, AutoCloseable ground) implements AutoCloseable {

    public static Inside open(Path data) {
        var ground = Ground.of(Settings.of(Map.of(Setting.DATA, data.toString()), Map.of()));
        var context = new SpringApplicationBuilder(App.class)
                .web(WebApplicationType.NONE)
                .properties("seloste.jobs=off", "logging.level.root=error")
                .logStartupInfo(false)
                .bannerMode(org.springframework.boot.Banner.Mode.OFF)
                .initializers(one -> ground.registerIn(one.getBeanFactory()))
                .run();
        return new Inside(context, ground);
    }

    public <T> T get(Class<T> bean) {
        return context.getBean(bean);
    }

    @Override
    public void close() throws Exception {
        context.close();
        ground.close();
    }
}
