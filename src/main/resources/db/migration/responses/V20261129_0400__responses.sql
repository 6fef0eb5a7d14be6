create schema responses;

-- Where the links of a campaign lead, as its messages held them when it left. A click leads to one of these and nowhere else.
create table responses.link (
    link_id     uuid    not null,
    campaign_id uuid    not null,
    position    integer not null,
    url         text    not null,
    languages   text    not null,
    constraint link_pk primary key (link_id),
    constraint link_position unique (campaign_id, position),
    constraint link_campaign foreign key (campaign_id) references marketing.campaign (campaign_id)
);

-- Readers of a campaign who have the subject, the language and the segment of their organisation in common. What comes of messages to people
-- whose responses are not kept by name is counted for a crowd: nobody in it can be told from the others.
create table responses.crowd (
    crowd_id    uuid        not null,
    campaign_id uuid        not null,
    subject_no  integer     not null,
    language    text        not null,
    segment     text        not null,
    people      integer     not null,
    made_at     timestamptz not null,
    constraint crowd_pk primary key (crowd_id),
    constraint crowd_once unique (campaign_id, subject_no, language, segment),
    constraint crowd_campaign foreign key (campaign_id) references marketing.campaign (campaign_id)
);

-- The secret that the messages to a crowd share, as a print. A start of the process makes its own, since nothing keeps the secret itself.
create table responses.shared (
    token_print bytea       not null,
    crowd_id    uuid        not null,
    made_at     timestamptz not null,
    constraint shared_pk primary key (token_print),
    constraint shared_crowd foreign key (crowd_id) references responses.crowd (crowd_id)
);
create index shared_of_crowd on responses.shared (crowd_id);

-- A message whose reader let us keep what comes of it. Without the person it still says where its links lead and which crowd it counts for.
create table responses.trace (
    trace_id    uuid        not null,
    token_print bytea       not null,
    campaign_id uuid        not null,
    crowd_id    uuid        not null,
    person_id   uuid,
    standing    smallint,
    made_at     timestamptz not null,
    opens       integer     not null default 0,
    clicks      integer     not null default 0,
    constraint trace_pk primary key (trace_id),
    constraint trace_once unique (token_print),
    constraint trace_campaign foreign key (campaign_id) references marketing.campaign (campaign_id),
    constraint trace_crowd foreign key (crowd_id) references responses.crowd (crowd_id),
    constraint trace_person foreign key (person_id, standing)
        references register.person (person_id, standing) on update cascade
);
create index trace_of_person on responses.trace (person_id, standing);
create index trace_of_campaign on responses.trace (campaign_id, person_id);
create index trace_made on responses.trace (made_at);

-- Somebody who agreed to it opened a message or followed a link; or a machine did in their stead, and by which rule we say so.
create table responses.response (
    response_id uuid        not null,
    trace_id    uuid        not null,
    campaign_id uuid        not null,
    person_id   uuid        not null,
    standing    smallint    not null,
    kind        text        not null,
    url         text,
    rule        text        not null,
    at          timestamptz not null,
    constraint response_pk primary key (response_id),
    constraint response_kind check (kind in ('opened', 'clicked', 'machine-opened', 'machine-clicked')),
    constraint response_rule check (rule in ('none', 'head', 'scanner', 'no-agent', 'apple', 'proxy', 'at-once', 'all-links', 'trap')),
    constraint response_trace foreign key (trace_id) references responses.trace (trace_id),
    constraint response_person foreign key (person_id, standing)
        references register.person (person_id, standing) on update cascade
);
create index response_of_person on responses.response (person_id, standing, at);
create index response_of_trace on responses.response (trace_id);
create index response_at on responses.response (at);

-- How much came back, by link, by hour, by language and so on: additions only, drawn together now and then. The pages read these alone, and
-- they outlive what they counted.
create table responses.tally (
    tally_id    uuid    not null,
    campaign_id uuid    not null,
    aspect      text    not null,
    part        text    not null,
    kind        text    not null,
    many        bigint  not null,
    constraint tally_pk primary key (tally_id),
    constraint tally_aspect check (aspect in ('all', 'link', 'hour', 'language', 'segment', 'subject', 'rule')),
    constraint tally_kind check (kind in ('opened', 'clicked', 'machine-opened', 'machine-clicked', 'known', 'opener', 'clicker')),
    constraint tally_campaign foreign key (campaign_id) references marketing.campaign (campaign_id)
);
create index tally_of_campaign on responses.tally (campaign_id, aspect, part, kind);

-- Whose message a link is of, for whoever holds the link. Nothing about a person comes out.
create function responses.way_of(print bytea)
    returns table (campaign_id uuid, crowd_id uuid, trace_id uuid, made_at timestamptz, subject_no integer, language text, segment text,
                   begun_at timestamptz)
    language sql stable security definer set search_path = pg_catalog as $$
    select t.campaign_id, t.crowd_id, t.trace_id, t.made_at, c.subject_no, c.language, c.segment, c.made_at
      from responses.trace t
      join responses.crowd c on c.crowd_id = t.crowd_id
     where t.token_print = print
    union all
    select c.campaign_id, c.crowd_id, null, null, c.subject_no, c.language, c.segment, c.made_at
      from responses.shared s
      join responses.crowd c on c.crowd_id = s.crowd_id
     where s.token_print = print
$$;
