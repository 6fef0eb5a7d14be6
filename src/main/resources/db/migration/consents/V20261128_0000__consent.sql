create schema consents;

-- The words that people are asked by (Art. 7(1), (2)): each text is kept once, and a changed one is another version.
create table consents.wording (
    wording_id uuid        not null,
    purpose    text        not null,
    topic      text        not null,
    language   text        not null,
    version    integer     not null,
    words      text        not null,
    made_at    timestamptz not null,
    made_by    uuid,
    constraint wording_pk primary key (wording_id),
    constraint wording_version unique (purpose, topic, language, version)
);

-- Somebody agreed to something once. What was given is never written over: agreeing again is another row. The topic is empty where the
-- purpose itself was agreed to. ends_at is the moment from which it no longer stands, by its own end or by withdrawal, whichever comes first.
create table consents.consent (
    consent_id      uuid        not null,
    person_id       uuid        not null,
    standing        smallint    not null,
    purpose         text        not null,
    topic           text        not null,
    wording_id      uuid        not null,
    given_at        timestamptz not null,
    channel         text        not null,
    proof           text        not null,
    proof_note      text,
    notice_print    text        not null,
    expires_on      date,
    ends_at         timestamptz,
    withdrawn_at    timestamptz,
    withdrawn_how   text,
    withdrawn_by    text,
    withdrawn_staff uuid,
    request_id      uuid,
    noted_at        timestamptz not null,
    noted_by        uuid,
    constraint consent_pk primary key (consent_id),
    constraint consent_channel check (channel in ('form', 'phone', 'paper', 'email', 'meeting', 'api')),
    constraint consent_proof check (proof in ('double-opt-in', 'signed', 'message', 'noted')),
    constraint consent_withdrawn_how
        check (withdrawn_how in ('own-page', 'link', 'email', 'phone', 'paper', 'meeting', 'api', 'request', 'ban')),
    constraint consent_withdrawn_by check (withdrawn_by in ('subject', 'staff', 'token', 'system')),
    constraint consent_in_the_words_of foreign key (wording_id) references consents.wording (wording_id),
    constraint consent_of_person foreign key (person_id, standing)
        references register.person (person_id, standing) on update cascade
);
create index consent_person on consents.consent (person_id, standing);
create index consent_topic on consents.consent (purpose, topic, person_id);
create index consent_wording on consents.consent (wording_id);
create index consent_request on consents.consent (request_id) where request_id is not null;

-- Whose consent to a purpose, or to one topic of it, stands at a moment. Each is named once. It runs in the caller's role, so that the row
-- policies of its purpose hold: in marketing whoever is banned is not among them. It has no settings of its own, since only then does the
-- planner read it as a part of the query around it. Of two rows that a merge brought together the later word counts.
create function consents.standing(of_purpose text, of_topic text, moment timestamptz) returns table (person_id uuid)
    language sql stable as $$
    select distinct c.person_id
      from consents.consent c
     where c.purpose = of_purpose and c.topic = of_topic
       and c.given_at <= moment and (c.ends_at is null or c.ends_at > moment)
       and not exists (select 1
                         from consents.consent w
                        where w.person_id = c.person_id and w.purpose = c.purpose and w.topic = c.topic
                          and w.withdrawn_at >= c.given_at and w.withdrawn_at <= moment)
$$;

-- Art. 7(3): as easy as giving. No purpose may write on a consent otherwise. Of one consent everything that stands for the same purpose and
-- topic ends with it; without one, everything that stands for these purposes, or everything. Gives back what it ended.
create function consents.withdraw(subject uuid, one uuid, of_purposes text[], happened timestamptz, how text, by_kind text, by_staff uuid,
                                  for_request uuid)
    returns setof uuid language sql security definer set search_path = pg_catalog as $$
    update consents.consent c
       set withdrawn_at = happened, ends_at = happened, withdrawn_how = how, withdrawn_by = by_kind, withdrawn_staff = by_staff,
           request_id = for_request
     where c.person_id = subject and c.withdrawn_at is null and (c.ends_at is null or c.ends_at > happened)
       and (of_purposes is null or c.purpose = any (of_purposes))
       and (one is null
            or exists (select 1
                         from consents.consent o
                        where o.consent_id = one and o.person_id = subject and o.purpose = c.purpose and o.topic = c.topic))
 returning c.consent_id
$$;
