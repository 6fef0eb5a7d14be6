package fi.seloste.newsletters;

import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import fi.seloste.base.Worded;
import fi.seloste.marketing.Question;
import fi.seloste.marketing.TopicSource;
import fi.seloste.ui.Option;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether somebody subscribes to a newsletter, as a question about audiences. */
@Component
@Order(55)
class SubscribedTo implements Question {

    private final TopicSource topics;

    SubscribedTo(TopicSource topics) {
        this.topics = topics;
    }

    @Override
    public String code() {
        return TopicSource.QUESTION;
    }

    @Override
    public Form form() {
        return Form.CHOICE;
    }

    @Override
    public String checked(String value) {
        return topics.find(value)
                .map(TopicSource.Topic::code)
                .orElseThrow(() -> Problem.invalid("value", "newsletters.question.unknown", Shortened.of(value)));
    }

    @Override
    public String holds(String given) {
        return "p.person_id in (select s from newsletters.subscribers(" + given + ", :today) s)";
    }

    @Override
    public Object shown(String value) {
        return (Worded) language -> name(value, language);
    }

    private String name(String value, Locale language) {
        return topics.find(value).map(one -> one.name().in(language)).orElse(value);
    }

    @Override
    public List<Option> options(@Nullable String typed, Locale language) {
        return topics.topics().stream()
                .map(one -> new Option(one.code(), one.name().in(LocaleContextHolder.getLocale())))
                .toList();
    }
}
