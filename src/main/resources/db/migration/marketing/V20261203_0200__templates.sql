-- Words that a campaign may begin with, kept under a name. They name nobody: merge fields stand for people.
create table marketing.template (
    template_id uuid        not null,
    name        text        not null,
    content     text        not null,
    made_at     timestamptz not null,
    made_by     uuid,
    constraint template_pk primary key (template_id),
    constraint template_name unique (name)
);
create index template_made on marketing.template (made_at desc, template_id);
