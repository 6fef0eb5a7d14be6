package fi.seloste.marketing;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.Spot;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of pictures. */
@Component
class Pictures {

    private final JdbcClient jdbc;
    private final Clock clock;

    Pictures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a reader of mail gets to see. */
    record Shown(UUID blob, String mediaType) {}

    UUID add(String address, String name, Redrawn drawn, UUID blob, Actor actor) {
        var id = Ids.next();
        jdbc.sql("""
                        insert into marketing.picture
                               (picture_id, address, name, media_type, width, height, bytes, blob_id, made_at, made_by)
                        values (:id, :address, :name, :type, :width, :height, :bytes, :blob, :now, :by::uuid)""")
                .param("id", id)
                .param("address", address)
                .param("name", name)
                .param("type", drawn.mediaType())
                .param("width", drawn.size().width())
                .param("height", drawn.size().height())
                .param("bytes", drawn.content().length)
                .param("blob", blob)
                .param("now", Sql.at(clock.instant()))
                .param("by", actor.staff())
                .update();
        return id;
    }

    /** The newest first. */
    List<Picture> newest(@Nullable Spot from, int limit) {
        return jdbc.sql("""
                        select picture_id, address, name, width, height, bytes, made_at
                          from marketing.picture
                         where :at::timestamptz is null or (made_at, picture_id) < (:at::timestamptz, :id::uuid)
                         order by made_at desc, picture_id desc
                         limit :limit""")
                .param("at", from == null ? null : Sql.at(from.at()))
                .param("id", from == null ? null : from.id())
                .param("limit", limit)
                .query(Pictures::picture)
                .list();
    }

    Optional<Picture> find(UUID id) {
        return jdbc.sql("""
                        select picture_id, address, name, width, height, bytes, made_at
                          from marketing.picture
                         where picture_id = :id""").param("id", id).query(Pictures::picture).optional();
    }

    /** Which of these addresses are there. */
    Set<String> known(Collection<String> addresses) {
        return new HashSet<>(jdbc.sql("select address from marketing.picture where address = any(:addresses)")
                .param("addresses", Sql.array(addresses))
                .query(String.class)
                .list());
    }

    /** The names of campaigns and templates that show it: a mail that was sent asks for it for years. */
    List<String> shownBy(Picture picture) {
        return jdbc.sql("""
                        select name
                          from (select c.name, c.changed_at as at from marketing.campaign c where position(:url in c.content) > 0
                                union all
                                select t.name, t.made_at from marketing.template t where position(:url in t.content) > 0) shows
                         order by at desc
                         limit 3""").param("url", picture.url()).query(String.class).list();
    }

    void remove(UUID id) {
        jdbc.sql("delete from marketing.picture where picture_id = :id")
                .param("id", id)
                .update();
    }

    /** In the subject's purpose, for whoever knows the address. */
    Optional<Shown> at(String address) {
        return jdbc.sql("select blob_id as blob, media_type from marketing.picture_at(:address)")
                .param("address", address)
                .query(Shown.class)
                .optional();
    }

    private static Picture picture(ResultSet row, int number) throws SQLException {
        return new Picture(
                row.getObject("picture_id", UUID.class),
                row.getString("address"),
                row.getString("name"),
                new Picture.Size(row.getInt("width"), row.getInt("height")),
                row.getInt("bytes"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
