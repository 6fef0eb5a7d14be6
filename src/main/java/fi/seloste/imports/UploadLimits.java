package fi.seloste.imports;

import fi.seloste.installation.DataFolder;
import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.DispatcherServlet;

/** Files that come in go to the disk of the data folder, not into memory and not into a folder that others read. */
@Configuration(proxyBeanMethods = false)
class UploadLimits {

    private static final int IN_MEMORY = 64 * 1024;
    private static final long OTHER_FIELDS = 1024 * 1024;

    /** Taken apart by the handler that wants it: so what is too large is refused in words, and by whom it was sent to. */
    @Bean(DispatcherServlet.MULTIPART_RESOLVER_BEAN_NAME)
    static StandardServletMultipartResolver multipartResolver() {
        var resolver = new StandardServletMultipartResolver();
        resolver.setResolveLazily(true);
        return resolver;
    }

    @Bean
    MultipartConfigElement multipartConfigElement(DataFolder data) {
        var folder = data.root().resolve("incoming");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MultipartConfigElement(
                folder.toString(), Uploads.LARGEST, Uploads.LARGEST + OTHER_FIELDS, IN_MEMORY);
    }
}
