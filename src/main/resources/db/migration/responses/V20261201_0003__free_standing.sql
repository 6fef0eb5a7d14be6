-- What somebody had restricted of the statistics alone (128) is told by the standing of the row itself, as what is about the whole person (31) is.
create or replace function responses.known(campaign uuid, of_purpose text, moment timestamptz)
    returns table (person_id uuid, opens bigint, clicks bigint)
    language sql stable security definer set search_path = pg_catalog as $$
    select t.person_id, sum(t.opens), sum(t.clicks)
      from responses.trace t
     where t.campaign_id = campaign and t.person_id is not null and (t.standing & 159) = 0
       and (of_purpose is null
            or t.person_id in (select s.person_id from consents.standing(of_purpose, '', moment) s))
     group by t.person_id
$$;

create or replace function responses.followed_since(since timestamptz, of_purpose text, moment timestamptz) returns table (person_id uuid)
    language sql stable security definer set search_path = pg_catalog as $$
    select distinct r.person_id
      from responses.response r
     where r.kind = 'clicked' and r.at >= since and (r.standing & 159) = 0
       and (of_purpose is null
            or r.person_id in (select s.person_id from consents.standing(of_purpose, '', moment) s))
$$;

create or replace function responses.has_followed(campaign uuid, person uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select exists (select 1
                     from responses.trace t
                    where t.person_id = person and t.campaign_id = campaign and t.clicks > 0 and (t.standing & 128) = 0)
$$;

create or replace function responses.is_known(campaign uuid, person uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select exists (select 1 from responses.trace t where t.person_id = person and t.campaign_id = campaign and (t.standing & 128) = 0)
$$;
