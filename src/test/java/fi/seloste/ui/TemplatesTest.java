package fi.seloste.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.objenesis.ObjenesisStd;
import org.springframework.util.ClassUtils;

class TemplatesTest {

    @Test
    void every_page_record_has_a_template_that_takes_it() {
        var pages = pages();

        assertThat(pages).contains(ProblemPage.class);
        assertThat(pages.stream().filter(page -> !isTaken(page)).map(Class::getName))
                .isEmpty();
    }

    private static boolean isTaken(Class<?> page) {
        var template = ((View) new ObjenesisStd().newInstance(page)).template();
        var name = Templates.PACKAGE + "."
                + template.substring(0, template.lastIndexOf('/') + 1).replace('/', '.') + "Jte"
                + template.substring(template.lastIndexOf('/') + 1).replace("-", "") + "Generated";
        return ClassUtils.isPresent(name, null)
                && Arrays.stream(ClassUtils.resolveClassName(name, null).getMethods())
                        .filter(method -> method.getName().equals("render"))
                        .map(Method::getParameterTypes)
                        .map(List::of)
                        .anyMatch(parameters -> parameters.containsAll(List.of(page, Frame.class)));
    }

    private static List<Class<?>> pages() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                return definition.getMetadata().isConcrete();
            }
        };
        scanner.addIncludeFilter(new AssignableTypeFilter(View.class));
        return scanner.findCandidateComponents("fi.seloste").stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .toList();
    }
}
