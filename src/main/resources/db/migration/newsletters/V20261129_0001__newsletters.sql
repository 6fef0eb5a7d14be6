create schema newsletters;

-- What people can subscribe to. The slug is its address, its List-Id and what consents to it name, so it never changes.
create table newsletters.topic (
    topic_id   uuid        not null,
    version    integer     not null default 1,
    slug       text        not null,
    purpose    text        not null,
    frequency  text        not null,
    open       boolean     not null,
    archived   boolean     not null,
    made_at    timestamptz not null,
    made_by    uuid,
    changed_at timestamptz not null,
    constraint topic_pk primary key (topic_id),
    constraint topic_slug_once unique (slug),
    constraint topic_frequency check (frequency in ('weekly', 'fortnightly', 'monthly', 'quarterly', 'seldom'))
);

-- What it is called and how people are asked, in one language each.
create table newsletters.topic_words (
    topic_words_id uuid not null,
    topic_id       uuid not null,
    language       text not null,
    name           text not null,
    about          text not null,
    wording        text not null,
    welcome        text not null,
    constraint topic_words_pk primary key (topic_words_id),
    constraint topic_words_once unique (topic_id, language),
    constraint topic_words_topic foreign key (topic_id) references newsletters.topic (topic_id),
    constraint topic_words_language check (language in ('fi', 'sv', 'en'))
);

-- Somebody gave an address and has not shown that it is theirs: nobody's consent yet, and soon gone. The print of the link stands there once the
-- letter is written; the wordings are those that were shown. The person is whom the address leads to, so that copy and erasure find the row.
create table newsletters.sign_up (
    sign_up_id   uuid        not null,
    person_id    uuid,
    email        text        not null,
    canonical    text        not null,
    name         text,
    language     text        not null,
    channel      text        not null,
    from_address text,
    wordings     uuid[]      not null,
    asked_at     timestamptz not null,
    token_print  bytea,
    expires_at   timestamptz,
    confirmed_at timestamptz,
    constraint sign_up_pk primary key (sign_up_id),
    constraint sign_up_link_once unique (token_print),
    constraint sign_up_language check (language in ('fi', 'sv', 'en')),
    constraint sign_up_channel check (channel in ('form', 'api', 'staff')),
    constraint sign_up_person foreign key (person_id) references register.person (person_id)
);
create index sign_up_canonical on newsletters.sign_up (canonical, asked_at);
create index sign_up_of_person on newsletters.sign_up (person_id) where person_id is not null;
create index sign_up_asked on newsletters.sign_up (asked_at);

-- How somebody reads a newsletter: at which address, and how often at most. Whether they subscribe is what the consent says.
create table newsletters.preference (
    preference_id uuid        not null,
    person_id     uuid        not null,
    standing      smallint    not null,
    topic_id      uuid        not null,
    address       text,
    rhythm        text        not null,
    changed_at    timestamptz not null,
    constraint preference_pk primary key (preference_id),
    constraint preference_once unique (person_id, topic_id),
    constraint preference_rhythm check (rhythm in ('each', 'monthly', 'quarterly')),
    constraint preference_topic foreign key (topic_id) references newsletters.topic (topic_id),
    constraint preference_person foreign key (person_id, standing)
        references register.person (person_id, standing) on update cascade
);
create index preference_of_person on newsletters.preference (person_id, standing);
create index preference_topic_id on newsletters.preference (topic_id);

-- Less than a ban: only what was subscribed to, or service notices only. A row holds; when it goes, so does the limit.
create table newsletters.restraint (
    restraint_id uuid        not null,
    person_id    uuid        not null,
    standing     smallint    not null,
    kind         text        not null,
    since_at     timestamptz not null,
    constraint restraint_pk primary key (restraint_id),
    constraint restraint_once unique (person_id, kind),
    constraint restraint_kind check (kind in ('subscribed-only', 'service-only')),
    constraint restraint_person foreign key (person_id, standing)
        references register.person (person_id, standing) on update cascade
);
create index restraint_of_person on newsletters.restraint (person_id, standing);

-- What somebody chose, for the timeline. The words are what the newsletter is called.
create table newsletters.happening (
    happening_id uuid        not null,
    person_id    uuid        not null,
    standing     smallint    not null,
    kind         text        not null,
    text         text        not null,
    at           timestamptz not null,
    constraint happening_pk primary key (happening_id),
    constraint happening_kind check (kind in
        ('subscribed', 'ended', 'each', 'monthly', 'quarterly', 'subscribed-only', 'service-only', 'all-again', 'unproved')),
    constraint happening_person foreign key (person_id, standing)
        references register.person (person_id, standing) on update cascade
);
create index happening_of_person on newsletters.happening (person_id, standing, at desc);

-- Consents begin and end in any purpose, and each of these must be able to write it down. The name is in the person's language where there is one.
create function newsletters.note(id uuid, subject uuid, of_topic text, what text, happened timestamptz) returns void
    language sql security definer set search_path = pg_catalog as $$
    insert into newsletters.happening (happening_id, person_id, standing, kind, text, at)
    select id, p.person_id, p.standing, what,
           coalesce((select w.name
                       from newsletters.topic t
                       join newsletters.topic_words w on w.topic_id = t.topic_id
                      where t.slug = of_topic
                      order by (w.language = p.language) desc nulls last, w.language = 'fi' desc, w.language
                      limit 1), ''),
           happened
      from register.person p
     where p.person_id = subject and (of_topic = '' or exists (select 1 from newsletters.topic t where t.slug = of_topic))
$$;

-- The same of subscriptions that ended, by whatever act: who hears of a withdrawal may not always read what was withdrawn.
create function newsletters.note_ended(consents uuid[], happened timestamptz) returns void
    language sql security definer set search_path = pg_catalog as $$
    select newsletters.note(gen_random_uuid(), c.person_id, c.topic, 'ended', happened)
      from (select distinct e.person_id, e.topic from consents.consent e where e.consent_id = any (consents) and e.topic <> '') c
$$;

-- Who subscribes on a day, for questions about audiences: asked in keeping too, which counts whom marketing must not see and knows no consents.
create function newsletters.subscribers(of_topic text, on_day date) returns setof uuid
    language sql stable security definer set search_path = pg_catalog as $$
    select distinct c.person_id
      from newsletters.topic t
      join consents.consent c on c.purpose = t.purpose and c.topic = t.slug
     where t.slug = of_topic and c.withdrawn_at is null and (c.expires_on is null or c.expires_on >= on_day)
       and not exists (select 1
                         from consents.consent w
                        where w.person_id = c.person_id and w.purpose = c.purpose and w.topic = c.topic and w.withdrawn_at >= c.given_at)
$$;
