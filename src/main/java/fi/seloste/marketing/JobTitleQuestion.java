package fi.seloste.marketing;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What somebody does at work, in the words of the title: by legitimate interest a message must concern the job. */
@Component
@Order(25)
class JobTitleQuestion implements Question {

    @Override
    public String code() {
        return "job-title";
    }

    @Override
    public Form form() {
        return Form.TEXT;
    }

    /** A part of the title is enough: the person's own, or that of a present post. Of few people only their own posts are read. */
    @Override
    public String holds(String given) {
        return """
                (position(lower(%1$s) in lower(coalesce(p.job_title, ''))) > 0
                 or exists (select 1
                              from register.affiliation f
                             where f.person_id = p.person_id and (f.until_on is null or f.until_on > :today)
                               and position(lower(%1$s) in lower(coalesce(f.job_title, ''))) > 0))""".formatted(given);
    }
}
