package fi.seloste.rights;

import fi.seloste.base.Ids;
import fi.seloste.base.RequestId;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The categories that a request for restriction is about, in SQL; none where it is about everything. */
@Component
class Parts {

    private final JdbcClient jdbc;

    Parts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> of(RequestId request) {
        return jdbc.sql("select category from rights.part where request_id = :request order by category")
                .param("request", request.value())
                .query(String.class)
                .list();
    }

    void become(RequestId request, Collection<String> categories) {
        jdbc.sql("delete from rights.part where request_id = :request")
                .param("request", request.value())
                .update();
        categories.forEach(category -> jdbc.sql(
                        "insert into rights.part (part_id, request_id, category) values (:id, :request, :category)")
                .param("id", Ids.next())
                .param("request", request.value())
                .param("category", category)
                .update());
    }
}
