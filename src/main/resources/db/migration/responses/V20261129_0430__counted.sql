-- Of each kind of reader, what it is counted by: few of a kind are put together with others, and then their numbers must stand there as well.
alter table responses.crowd add column counted_language text not null default '';
alter table responses.crowd add column counted_segment text not null default '';
update responses.crowd set counted_language = language, counted_segment = segment;

create or replace function responses.way_of(print bytea)
    returns table (campaign_id uuid, crowd_id uuid, trace_id uuid, made_at timestamptz, subject_no integer, language text, segment text,
                   begun_at timestamptz)
    language sql stable security definer set search_path = pg_catalog as $$
    select t.campaign_id, t.crowd_id, t.trace_id, t.made_at, c.subject_no, c.counted_language, c.counted_segment, c.made_at
      from responses.trace t
      join responses.crowd c on c.crowd_id = t.crowd_id
     where t.token_print = print
    union all
    select c.campaign_id, c.crowd_id, null, null, c.subject_no, c.counted_language, c.counted_segment, c.made_at
      from responses.shared s
      join responses.crowd c on c.crowd_id = s.crowd_id
     where s.token_print = print
$$;
