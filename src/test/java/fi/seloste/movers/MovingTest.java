package fi.seloste.movers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.TurnedClock;
import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.consents.Consents;
import fi.seloste.consents.Way;
import fi.seloste.imports.Import;
import fi.seloste.imports.ImportId;
import fi.seloste.imports.Imports;
import fi.seloste.imports.Kept;
import fi.seloste.newsletters.Newsletters;
import fi.seloste.newsletters.Restraint;
import fi.seloste.newsletters.Subscriptions;
import fi.seloste.newsletters.Topic;
import fi.seloste.register.Ban;
import fi.seloste.register.ContactPoint;
import fi.seloste.register.MarketingBan;
import fi.seloste.register.NewPerson;
import fi.seloste.register.Origin;
import fi.seloste.register.PersonName;
import fi.seloste.register.Register;
import fi.seloste.register.Source;
import fi.seloste.store.Job;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class MovingTest {

    private static final Actor JENNY =
            new Actor(Actor.Kind.STAFF, UUID.fromString("01999999-0000-7000-8000-00000000dddd"), "Jenny Sandberg");

    @Autowired
    Moving moving;

    @Autowired
    Imports imports;

    @Autowired
    Newsletters newsletters;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Consents consents;

    @Autowired
    Register register;

    @Autowired
    MarketingBan bans;

    @Autowired
    List<Job> jobs;

    @Autowired
    Purposes purposes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TurnedClock clock;

    @Test
    @Policy("L12")
    void subscribers_of_listmonk_come_with_their_no_and_their_yes_only_with_what_shows_it() {
        var topic = topic("moved-listmonk");
        var file = """
                uuid,email,name,attributes,status,lists,created_at
                1,ada.moved@jokivoima.example,Ada Koskinen,"{""company"": ""Jokivoima Oy"", ""shoe"": 42}",enabled,"[{""name"": ""Letter"", ""subscription_status"": ""confirmed""}]",2024-01-01
                2,boris.moved@jokivoima.example,Boris Lindqvist,{},blocklisted,"[{""name"": ""Letter"", ""subscription_status"": ""confirmed""}]",2024-01-01
                3,eva.moved@jokivoima.example,Eva Alku,{},enabled,"[{""name"": ""Letter"", ""subscription_status"": ""unsubscribed""}]",2024-01-01
                4,otto.moved@jokivoima.example,Otto Ei,{},enabled,"[{""name"": ""Letter"", ""subscription_status"": ""unconfirmed""}]",2024-01-01
                """;
        var move = moving.bring("subscribers.csv", bytes(file), JENNY);
        assertThat(move.tool()).isEqualTo(Tool.LISTMONK);
        assertThat(move.held()).isEqualTo(new Move.Held(4, 1, 0));
        assertThat(move.lists()).singleElement().satisfies(list -> {
            assertThat(list.subscribed()).isOne();
            assertThat(list.ended()).isOne();
        });

        moving.decide(move.id(), decision(move, topic), JENNY);
        var done = commit(move);

        assertThat(done.outcome().began()).isOne();
        var ada = at("ada.moved@jokivoima.example");
        assertThat(stands(ada, topic)).isTrue();
        var consent = purposes.as(Purpose.RIGHTS, () -> consents.of(ada)).getFirst();
        assertThat(consent.given().upon().text().words()).isEqualTo("Yes, send me the letter.");
        assertThat(consent.given().proof().note()).contains("halytin.example/form", "listmonk", "Jenny Sandberg");
        assertThat(isBanned(at("boris.moved@jokivoima.example"))).isTrue();
        assertThat(stands(at("eva.moved@jokivoima.example"), topic)).isFalse();
        assertThat(stands(at("otto.moved@jokivoima.example"), topic)).isFalse();
        assertThat(rows("movers.member", "true"))
                .as("addresses go when they are decided")
                .isZero();
    }

    @Test
    @Policy("L12")
    void without_what_shows_them_lists_become_nothing_and_half_of_it_is_refused() {
        var topic = topic("moved-nothing");
        var move = moving.bring("contacts.csv", bytes("""
                email,firstname,lastname,company,doNotContact
                ada.nothing@jokivoima.example,Ada,Koskinen,Jokivoima Oy,0
                """), JENNY);
        var list = move.lists().getFirst().id();
        var today = LocalDate.of(2026, 11, 23);
        for (var half : List.of(
                new Moving.Decision(Map.of(list, topic.id()), "Yes.", " ", today, true),
                new Moving.Decision(Map.of(list, topic.id()), "", "form", today, true),
                new Moving.Decision(Map.of(list, topic.id()), "Yes.", "form", null, true),
                new Moving.Decision(Map.of(list, topic.id()), "Yes.", "form", today.plusDays(1), true),
                new Moving.Decision(Map.of(list, topic.id()), "Yes.", "form", today, false))) {
            assertThatThrownBy(() -> moving.decide(move.id(), half, JENNY)).isInstanceOf(Problem.Invalid.class);
        }
        moving.decide(move.id(), new Moving.Decision(Map.of(), null, null, null, false), JENNY);
        commit(move);
        assertThat(stands(at("ada.nothing@jokivoima.example"), topic)).isFalse();
        var ada = at("ada.nothing@jokivoima.example");
        assertThat(purposes.as(Purpose.RIGHTS, () -> consents.of(ada))).isEmpty();
    }

    @Test
    @Policy("L12")
    void contacts_of_mautic_bring_who_may_not_be_contacted_and_what_bounced() {
        var known = met("Known Osoite", "known.mautic@jokivoima.example");
        var move = moving.bring("contacts.csv", bytes("""
                Email,firstname,lastname,doNotContact
                known.mautic@jokivoima.example,Known,Osoite,2
                ada.mautic@jokivoima.example,Ada,Koskinen,1
                boris.mautic@jokivoima.example,Boris,Lindqvist,2
                eva.mautic@jokivoima.example,Eva,Alku,manual
                """), JENNY);
        moving.decide(move.id(), new Moving.Decision(Map.of(), null, null, null, false), JENNY);
        commit(move);
        assertThat(isBanned(at("ada.mautic@jokivoima.example"))).isTrue();
        assertThat(isBanned(at("eva.mautic@jokivoima.example"))).isTrue();
        assertThat(isBanned(at("boris.mautic@jokivoima.example"))).isFalse();
        assertThat(
                        rows(
                                "register.contact_point",
                                "value in ('boris.mautic@jokivoima.example', 'known.mautic@jokivoima.example') and bounced_at is not null"))
                .isEqualTo(2);
        assertThat(isBanned(known)).isFalse();
    }

    @Test
    @Policy("L12")
    void an_audience_of_mailchimp_is_taken_back_whole_and_its_bans_stay() throws Exception {
        var topic = topic("moved-mailchimp");
        var zip = zip(Map.of(
                "audience/subscribed_members_export_1.csv",
                "Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_IP,TAGS\nada.chimp@jokivoima.example,Ada,Koskinen,5,10.0.0.1,\"\"\"fair\"\"\"\n",
                "audience/unsubscribed_members_export_1.csv",
                "Email Address,First Name,Last Name,UNSUB_TIME,UNSUB_REASON\nboris.chimp@jokivoima.example,Boris,Lindqvist,2025-03-04 10:00:00,NORMAL\n",
                "audience/cleaned_members_export_1.csv",
                "Email Address,First Name,Last Name,CLEAN_TIME\neva.chimp@jokivoima.example,Eva,Alku,2025-03-04 10:00:00\n",
                "audience/readme.txt",
                "nothing"));
        var move = moving.bring("audience.zip", zip, JENNY);
        assertThat(move.held()).isEqualTo(new Move.Held(3, 1, 1));
        moving.decide(move.id(), decision(move, topic), JENNY);
        commit(move);
        var ada = at("ada.chimp@jokivoima.example");
        assertThat(stands(ada, topic)).isTrue();
        assertThat(rows("register.note", "text like '%10.0.0.1%'")).isZero();

        moving.undo(move.id(), JENNY);

        assertThat(rows("register.contact_point", "value = 'ada.chimp@jokivoima.example'"))
                .isZero();
        assertThat(rows("consents.consent", "topic = 'moved-mailchimp'")).isZero();
        assertThat(rows("suppression.entry", "kind = 'marketing-ban' and lifted_at is null"))
                .as("a ban that came by it is never taken back")
                .isPositive();
    }

    @Test
    @Policy({"L12", "K1"})
    void a_yes_from_elsewhere_weakens_no_ban_and_revives_nothing_that_was_ended_here() {
        var topic = topic("moved-ban");
        var ada = met("Ada Kielto", "ada.kept@jokivoima.example");
        purposes.as(Purpose.CUSTOMER, () -> bans.ban(ada, Ban.because("asked by phone"), JENNY));
        var eva = met("Eva Loppu", "eva.kept@jokivoima.example");
        var boris = met("Boris Loppu", "boris.kept@jokivoima.example");
        agreed(eva, topic);
        clock.advance(Duration.ofMinutes(1));
        purposes.as(Purpose.RIGHTS, () -> subscriptions.end(eva, topic, Way.PHONE, JENNY));
        agreed(boris, topic);
        var move = moving.bring("subscribers.csv", bytes("""
                email,name,attributes,status,lists
                ada.kept@jokivoima.example,Ada,{},enabled,Letter
                eva.kept@jokivoima.example,Eva,{},enabled,Letter
                boris.kept@jokivoima.example,Boris,{},enabled,"[{""name"": ""Letter"", ""status"": ""unsubscribed""}]"
                """), JENNY);
        moving.decide(move.id(), decision(move, topic), JENNY);
        var done = commit(move);

        assertThat(isBanned(ada)).isTrue();
        assertThat(stands(ada, topic)).isFalse();
        assertThat(stands(eva, topic)).isFalse();
        assertThat(stands(boris, topic))
                .as("who had left it there has left it here")
                .isFalse();
        assertThat(done.outcome().began()).isZero();
        assertThat(done.outcome().ended()).isOne();
        assertThat(done.outcome().leftOut()).isEqualTo(2);
    }

    @Test
    @Policy("L12")
    void whoever_wants_service_notices_only_is_brought_no_newsletter_by_a_move() {
        var topic = topic("moved-service-only");
        var ada = met("Ada Palvelu", "ada.service.moved@jokivoima.example");
        purposes.as(
                Purpose.RIGHTS, () -> subscriptions.choose(ada, Restraint.SERVICE_ONLY, Way.PHONE, Actor.subject(ada)));
        var move = moving.bring("subscribers.csv", bytes("""
                email,name,attributes,status,lists
                ada.service.moved@jokivoima.example,Ada,{},enabled,Letter
                """), JENNY);
        moving.decide(move.id(), decision(move, topic), JENNY);

        assertThat(commit(move).outcome().leftOut()).isOne();
        assertThat(stands(ada, topic)).isFalse();
        assertThat(purposes.as(Purpose.RIGHTS, () -> subscriptions.restraints(ada)))
                .containsExactly(Restraint.SERVICE_ONLY);
    }

    @Test
    @Policy("L12")
    void what_is_taken_back_while_it_is_being_brought_leaves_no_subscription() throws Exception {
        var topic = topic("moved-midway");
        var move = moving.bring("subscribers.csv", bytes("""
                email,name,attributes,status,lists
                ada.midway@jokivoima.example,Ada,{},enabled,Letter
                """), JENNY);
        moving.decide(move.id(), decision(move, topic), JENNY);
        brought(move);
        var job = new Thread(() -> job(MoveJob.NAME).run(move.id().toString()));
        purposes.as(Purpose.OWNER, () -> {
            jdbc.sql("update movers.move set undone_at = :now where move_id = :id")
                    .param("now", fi.seloste.store.Sql.at(clock.instant()))
                    .param("id", move.id())
                    .update();
            job.start();
            untilSomebodyWaits();
            return true;
        });
        job.join();
        assertThat(rows("consents.consent", "topic = 'moved-midway'")).isZero();
        assertThat(moving.get(move.id()).isDone()).isFalse();
    }

    private void untilSomebodyWaits() {
        for (int i = 0; i < 3_000; i++) {
            int waiting = jdbc.sql("select count(*) from pg_locks where not granted and locktype = 'transactionid'")
                    .query(Integer.class)
                    .single();
            if (waiting > 0) {
                return;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(10).toNanos());
        }
        throw new AssertionError("nobody waits for the row");
    }

    @Test
    @Policy("L12")
    void a_move_whose_people_are_just_coming_in_is_not_taken_back_by_half() {
        var topic = topic("moved-half");
        var move = moving.bring("subscribers.csv", bytes("""
                email,name,attributes,status,lists
                ada.half@jokivoima.example,Ada,{},enabled,Letter
                """), JENNY);
        moving.decide(move.id(), decision(move, topic), JENNY);
        brought(move);
        job(MoveJob.NAME).run(move.id().toString());
        state(move, "committing");
        assertThatThrownBy(() -> moving.undo(move.id(), JENNY)).isInstanceOf(Problem.Conflict.class);
        assertThat(moving.get(move.id()).isUndone()).isFalse();
        assertThat(rows("consents.consent", "topic = 'moved-half'")).isOne();

        state(move, "committed");
        moving.undo(move.id(), JENNY);
        assertThat(rows("consents.consent", "topic = 'moved-half'")).isZero();
        assertThat(imports.get(new ImportId(move.importId())).state()).isEqualTo(Import.State.UNDONE);
    }

    private void state(Move move, String state) {
        purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("update imports.import set state = :state where import_id = :id")
                        .param("state", state)
                        .param("id", move.importId())
                        .update());
    }

    @Test
    @Policy("L12")
    void an_import_that_is_taken_back_by_itself_takes_its_subscriptions_along() {
        var topic = topic("moved-alone");
        var move = moving.bring("subscribers.csv", bytes("""
                email,name,attributes,status,lists
                ada.alone@jokivoima.example,Ada,{},enabled,Letter
                """), JENNY);
        moving.decide(move.id(), decision(move, topic), JENNY);
        commit(move);
        assertThat(rows("consents.consent", "topic = 'moved-alone'")).isOne();
        assertThat(moving.to(new ImportId(move.importId())).many()).isOne();

        imports.undo(new ImportId(move.importId()), JENNY);

        assertThat(rows("consents.consent", "topic = 'moved-alone'")).isZero();
        assertThat(rows("register.contact_point", "value = 'ada.alone@jokivoima.example'"))
                .isZero();
        assertThat(moving.get(move.id()).isUndone()).isTrue();
    }

    @Test
    @Policy("L12")
    void before_it_is_taken_back_it_is_said_who_goes_and_who_has_said_yes_again_or_no_and_stays() {
        var topic = topic("moved-outlook");
        var move = moving.bring("subscribers.csv", bytes("""
                email,name,attributes,status,lists
                ada.outlook@jokivoima.example,Ada Koskinen,{},enabled,Letter
                boris.outlook@jokivoima.example,Boris Lindqvist,{},enabled,Letter
                eva.outlook@jokivoima.example,Eva Alku,{},enabled,Letter
                """), JENNY);
        moving.decide(move.id(), decision(move, topic), JENNY);
        assertThat(commit(move).outcome().began()).isEqualTo(3);
        var boris = at("boris.outlook@jokivoima.example");
        var eva = at("eva.outlook@jokivoima.example");
        var brought = new ImportId(move.importId());
        assertThat(imports.outlook(brought, moving.to(brought)).people()).isEqualTo(3);
        assertThat(imports.outlook(brought, moving.to(brought)).kept()).isZero();
        clock.advance(Duration.ofMinutes(1));
        agreed(boris, topic);
        purposes.as(Purpose.RIGHTS, () -> subscriptions.end(eva, topic, Way.PHONE, JENNY));

        var leaving = moving.to(brought);
        var outlook = imports.outlook(brought, leaving);

        assertThat(leaving.many()).as("subscriptions that end").isOne();
        assertThat(outlook.people()).isOne();
        assertThat(outlook.kept()).isEqualTo(2);
        imports.undo(brought, JENNY);
        assertThat(imports.kept(brought)).containsExactlyElementsOf(outlook.named());
        assertThat(outlook.named()).extracting(Kept::name).containsExactly("Boris Lindqvist", "Eva Alku");
        assertThat(rows("register.contact_point", "value = 'ada.outlook@jokivoima.example'"))
                .isZero();
        assertThat(stands(boris, topic)).isTrue();
    }

    @Test
    @Policy("L12")
    void an_address_that_somebody_had_once_says_yes_for_nobody() {
        var topic = topic("moved-once");
        var ada = met("Ada Entinen", "desk.once@jokivoima.example");
        purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql(
                                "update register.contact_point set valid_until = date '2025-12-31' where person_id = :id")
                        .param("id", ada.value())
                        .update());
        var move = moving.bring("subscribers.csv", bytes("""
                email,name,attributes,status,lists
                desk.once@jokivoima.example,Boris Uusi,{},enabled,Letter
                """), JENNY);
        moving.decide(move.id(), decision(move, topic), JENNY);
        commit(move);
        assertThat(stands(ada, topic)).isFalse();
    }

    @Test
    void one_list_of_a_mailchimp_zip_is_understood_by_the_name_of_its_file() {
        var move = moving.bring("unsubscribed_email_audience_export_1a.csv", bytes("""
                Email Address,First Name,Last Name,UNSUB_TIME
                boris.single@jokivoima.example,Boris,Lindqvist,2025-03-04 10:00:00
                """), JENNY);
        assertThat(move.tool()).isEqualTo(Tool.MAILCHIMP);
        assertThat(move.held()).isEqualTo(new Move.Held(1, 1, 0));
        assertThatThrownBy(
                        () -> moving.bring("members.csv", bytes("Email Address,First Name\na@x.example,Ada\n"), JENNY))
                .as("nothing says whether they unsubscribed")
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void what_is_not_understood_is_refused_with_its_line_and_leaves_nothing() throws Exception {
        var before = rows("imports.import", "true");
        for (var bad : List.of(
                "email,name\nada@x.example,Ada\n",
                "email,attributes,status\n",
                "email,attributes,status\nada@x.example,{broken,enabled\n",
                "email,attributes,status\nada@x.example,[1],enabled\n",
                "email,attributes,status\nada@x.example,{},perhaps\n",
                "email,attributes,status,lists\nada@x.example,{},enabled,\"[{\"\"id\"\": 1}]\"\n",
                "email,doNotContact\nada@x.example,sometimes\n",
                "PK\u0003\u0004 no zip")) {
            assertThatThrownBy(() -> moving.bring("bad.csv", bytes(bad), JENNY))
                    .as(bad)
                    .isInstanceOf(Problem.Invalid.class);
        }
        var none = zip(Map.of("photo.csv", "a,b\n1,2\n"));
        assertThatThrownBy(() -> moving.bring("x.zip", none, JENNY)).hasMessageContaining("movers.zip.unknown");
        assertThatThrownBy(() -> moving.bring("x.csv", bytes("email,attributes,status\na@x.example,{},maybe\n"), JENNY))
                .hasMessageContaining("movers.cell [2, status, maybe");
        assertThat(rows("imports.import", "true")).isEqualTo(before);
        assertThat(rows("movers.move", "file_name like 'bad%'")).isZero();
    }

    @Test
    @Policy("L12")
    void an_export_that_a_spreadsheet_saved_in_its_own_letters_and_with_semicolons_comes_in_as_it_was_written() {
        var file = "email;firstname;lastname;doNotContact\r\nada.excel@jokivoima.example;Päivi;Mäkelä;1\r\n";
        var move = moving.bring("contacts.csv", file.getBytes(java.nio.charset.Charset.forName("windows-1252")), JENNY);
        moving.decide(move.id(), new Moving.Decision(Map.of(), null, null, null, false), JENNY);
        commit(move);
        assertThat(name(at("ada.excel@jokivoima.example"))).isEqualTo("Päivi Mäkelä");
        assertThat(isBanned(at("ada.excel@jokivoima.example"))).isTrue();
    }

    @Test
    void a_row_that_breaks_off_before_the_column_that_says_no_is_refused_with_its_line() {
        refused(
                "contacts.csv",
                "email,firstname,doNotContact\na@x.example,Ada,0\nb@x.example,Boris\n",
                "movers.row.short [, 3");
        refused("contacts.csv", "email,firstname,doNotContact\na@x.example,Ada, Eva,1\n", "movers.row [, 2");
        refused(
                "contacts.csv",
                "email,firstname,doNotContact\na@x.example,%s,1\n".formatted("x".repeat(20_000)),
                "movers.cell.long [, 2, firstname, 20000");
        refused(
                "contacts.csv",
                "email,firstname,doNotContact\na@x.example,\"Ada,1\nb@x.example,Boris,1\n",
                "movers.row.quote [, 2");
    }

    @Test
    void a_line_without_an_end_is_told_from_a_file_without_rows() {
        refused(
                "x.csv",
                "email,name,attributes,status\na@x.example," + "A".repeat(400_000) + ",{},enabled\n",
                "intake.file.lineEndless");
        refused("x.csv", "email,name,attributes,status\n", "intake.file.noRows");
        refused("x.csv", "", "intake.file.empty");
        assertThat(moving.bring(
                                "a.json",
                                bytes(
                                        "{\"data\": {\"results\": [{\"email\": \"a@named.example\", \"status\": \"enabled\"}]}}"),
                                JENNY)
                        .file())
                .isEqualTo("a.json");
    }

    @Test
    void what_is_wrong_with_one_of_the_lists_of_a_zip_names_the_list() throws Exception {
        var name = "subscribed_email_audience_export_1a.csv";
        refused("a.zip", zip(Map.of(name, "First Name,Last Name\nAda,Koskinen\n")), "movers.inFile [" + name);
        refused(
                "a.zip",
                zip(Map.of(name, "Email Address,First Name\na@x.example,A\nb@x.example,B\nc@x.example\n")),
                "movers.row.short [" + name + ", , 4");
        refused("a.zip", zip(Map.of("[Content_Types].xml", "<x/>", "xl/workbook.xml", "<x/>")), "intake.file.excel");
        refused("a.zip", zip(Map.of(name, "Email Address,First Name\n")), "movers.file.empty");
    }

    @Test
    void a_list_of_a_zip_on_which_nobody_stands_is_no_fault_and_columns_may_be_named_twice() throws Exception {
        var move = moving.bring(
                "a.zip",
                zip(
                        Map.of(
                                "cleaned_email_audience_export_1a.csv",
                                "Email Address,First Name,CLEAN_TIME\n",
                                "unsubscribed_email_audience_export_1a.csv",
                                "\"Email Address\",Name,UNSUB_CAMPAIGN_ID,UNSUB_REASON,UNSUB_TIME,UNSUB_CAMPAIGN_ID,UNSUB_REASON\nb@twice.example,B,,,\"2025-01-02 03:04:05\",17,NORMAL\n")),
                JENNY);
        assertThat(move.held()).isEqualTo(new Move.Held(1, 1, 0));
    }

    @Test
    @Policy("L12")
    void a_report_of_mautic_says_no_for_each_channel_and_its_list_of_contacts_alone_brings_nobody() {
        var move = moving.bring("report.csv", bytes("""
                "Contact ID",Email,"First Name","DNC Preferences"
                1,ada.report@jokivoima.example,Ada,"DNC Manually Unsubscribed: Text Message, DNC Unsubscribed: Email"
                2,boris.report@jokivoima.example,Boris,"DNC Bounced: Email"
                3,eva.report@jokivoima.example,Eva,"DNC Manually Unsubscribed: Text Message"
                4,otto.report@jokivoima.example,Otto,
                """), JENNY);
        assertThat(move.tool()).isEqualTo(Tool.MAUTIC);
        assertThat(move.held()).isEqualTo(new Move.Held(4, 1, 1));
        refused("r.csv", "email,dnc\na@x.example,DNC Perhaps: Email\n", "movers.cell [2, dnc");
        refused(
                "contacts.csv",
                "id,firstname,lastname,email,points,preferred_locale\n1,Ada,K,a@x.example,0,fi\n",
                "movers.file.noDnc");
    }

    @Test
    @Policy("L12")
    void where_a_file_of_mautic_says_it_in_two_columns_a_no_in_either_is_a_no() {
        var move = moving.bring("both.csv", bytes("""
                email,firstname,"do not contact",dnc_preferences,doNotContact
                ada.both@jokivoima.example,Ada,0,"DNC Unsubscribed: Email",
                boris.both@jokivoima.example,Boris,1,,0
                eva.both@jokivoima.example,Eva,0,"DNC Bounced: Email",0
                otto.both@jokivoima.example,Otto,0,,no
                nea.both@jokivoima.example,Nea,2,"DNC Manually Unsubscribed: Email",0
                """), JENNY);
        assertThat(move.held()).isEqualTo(new Move.Held(5, 3, 2));
        assertThat(move.lists()).extracting(Move.ListOfTool::subscribed).containsExactly(1);
        refused("r.csv", "email,dnc,donotcontact\na@x.example,1,perhaps\n", "movers.cell [2, donotcontact");
    }

    @Test
    @Policy("L12")
    void what_the_api_of_listmonk_answers_brings_each_list_with_the_word_on_it() {
        var topic = topic("moved-answer");
        var move = moving.bring("subscribers.json", bytes("""
                {"data": {"results": [
                  {"id": 1, "email": "ada.answer@jokivoima.example", "name": "Ada Koskinen", "attribs": {"company": "Jokivoima Oy", "topics": ["a", "b"], "deep": {"x": 1}},
                   "status": "enabled", "lists": [{"id": 1, "name": "Letter", "subscription_status": "confirmed"}, {"id": 2, "name": "Fair", "subscription_status": "unsubscribed"}]},
                  {"id": 2, "email": "boris.answer@jokivoima.example", "name": "Boris", "attribs": null, "status": "blocklisted", "lists": []}],
                 "total": 2, "per_page": 0, "page": 1}}"""), JENNY);
        assertThat(move.tool()).isEqualTo(Tool.LISTMONK);
        assertThat(move.held()).isEqualTo(new Move.Held(2, 1, 0));
        assertThat(move.lists()).extracting(Move.ListOfTool::name).containsExactly("Letter", "Fair");
        moving.decide(move.id(), decision(move, topic), JENNY);
        commit(move);
        assertThat(rows("register.note", "text like '%topics: a, b; deep: {\"x\":1}%'"))
                .isOne();
        refused(
                "x.json",
                "{\"data\": {\"results\": [{\"email\": \"a@x.example\", \"status\": \"enabled\"}], \"total\": 30}}",
                "movers.json.part [1, 30");
        refused(
                "x.json",
                "{\"data\": {\"results\": [{\"email\": \"a@x.example\", \"status\": \"perhaps\"}]}}",
                "movers.nth [1, status, perhaps");
        refused("x.json", "{\"people\": []}", "movers.json.unknown");
        refused("x.json", "{\"data\": ", "movers.json.broken");
    }

    @Test
    void what_the_import_says_of_a_line_is_said_of_the_line_of_the_file() {
        var move = moving.bring("subscribers.csv", bytes("""
                email,name,attributes,status
                ada.lines@jokivoima.example,"Ada
                Koskinen","{""a"": ""1"", ""b"": ""2""}",enabled

                no address,Boris,{},enabled
                """), JENNY);
        moving.decide(move.id(), new Moving.Decision(Map.of(), null, null, null, false), JENNY);
        var id = new ImportId(move.importId());
        job("imports.reading").run(id.toString());
        assertThat(imports.get(id).state()).isEqualTo(Import.State.PREVIEW);
        assertThat(purposes.as(
                        Purpose.OWNER,
                        () -> jdbc.sql("select line from imports.error where import_id = :id")
                                .param("id", id.value())
                                .query(Long.class)
                                .list()))
                .containsOnly(5L);
    }

    private void refused(String name, String file, String why) {
        refused(name, bytes(file), why);
    }

    private void refused(String name, byte[] file, String why) {
        assertThatThrownBy(() -> moving.bring(name, file, JENNY))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining(why);
    }

    private String name(PersonId person) {
        return purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select name from register.person where person_id = :id")
                        .param("id", person.value())
                        .query(String.class)
                        .single());
    }

    private Topic topic(String slug) {
        var id = newsletters.add(
                slug,
                new Topic.Plan("consented-marketing", Topic.Frequency.MONTHLY, true, false),
                Map.of("en", new Topic.Words("Letter " + slug, "", "", "")),
                JENNY);
        return newsletters.get(id);
    }

    private static Moving.Decision decision(Move move, Topic topic) {
        var topics = new HashMap<UUID, UUID>();
        move.lists().forEach(list -> topics.put(list.id(), topic.id()));
        return new Moving.Decision(
                topics, "Yes, send me the letter.", "https://halytin.example/form", LocalDate.of(2025, 5, 1), true);
    }

    private Move commit(Move move) {
        brought(move);
        job(MoveJob.NAME).run(move.id().toString());
        return moving.get(move.id());
    }

    private void brought(Move move) {
        var id = new ImportId(move.importId());
        job("imports.reading").run(id.toString());
        assertThat(imports.get(id).state()).isEqualTo(Import.State.PREVIEW);
        imports.commit(id, Import.Choices.CAREFUL, JENNY);
        job("imports.commit").run(id.toString());
        assertThat(imports.get(id).state()).isEqualTo(Import.State.COMMITTED);
    }

    private Job job(String name) {
        return jobs.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    private PersonId met(String name, String email) {
        var origin = new Origin(Source.MET_IN_PERSON, null, LocalDate.of(2026, 11, 23));
        return purposes.as(
                Purpose.CUSTOMER,
                () -> register.add(
                        NewPerson.of(PersonName.of(name), origin).reachedBy(ContactPoint.New.email(email)), JENNY));
    }

    private void agreed(PersonId person, Topic topic) {
        var manner = new fi.seloste.consents.Agreement.Manner(
                fi.seloste.consents.Channel.FORM,
                new fi.seloste.consents.Proof(fi.seloste.consents.Proof.Kind.DOUBLE_OPT_IN, null),
                null);
        purposes.as(
                Purpose.RIGHTS,
                () -> consents.give(
                        person,
                        new fi.seloste.consents.Agreement(
                                topic.aim(), new fi.seloste.consents.Wording.Text("Yes.", "en"), manner, null),
                        Actor.subject(person)));
    }

    private PersonId at(String email) {
        return new PersonId(purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select person_id from register.contact_point where value = :email")
                        .param("email", email)
                        .query(UUID.class)
                        .single()));
    }

    private boolean stands(PersonId person, Topic topic) {
        return purposes.as(Purpose.RIGHTS, () -> consents.stands(person, topic.aim()));
    }

    private boolean isBanned(PersonId person) {
        return purposes.as(Purpose.RIGHTS, () -> register.get(person).standing().isBannedInPerson());
    }

    private int rows(String table, String condition) {
        return purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select count(*) from " + table + " where " + condition)
                        .query(Integer.class)
                        .single());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, String> files) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(bytes(file.getValue()));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
