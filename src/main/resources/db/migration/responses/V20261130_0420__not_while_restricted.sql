-- What somebody had restricted of the statistics alone is not read by these either, though they read as the owner.
create or replace function responses.known(campaign uuid, of_purpose text, moment timestamptz)
    returns table (person_id uuid, opens bigint, clicks bigint)
    language sql stable security definer set search_path = pg_catalog as $$
    select t.person_id, sum(t.opens), sum(t.clicks)
      from responses.trace t
     where t.campaign_id = campaign and t.person_id is not null and t.standing = 0
       and not exists (select 1
                         from register.partial_restriction a
                        where a.category = 'response-statistics' and a.person_id = t.person_id)
       and (of_purpose is null
            or t.person_id in (select s.person_id from consents.standing(of_purpose, '', moment) s))
     group by t.person_id
$$;

create or replace function responses.followed_since(since timestamptz, of_purpose text, moment timestamptz) returns table (person_id uuid)
    language sql stable security definer set search_path = pg_catalog as $$
    select distinct r.person_id
      from responses.response r
     where r.kind = 'clicked' and r.at >= since and r.standing = 0
       and not exists (select 1
                         from register.partial_restriction a
                        where a.category = 'response-statistics' and a.person_id = r.person_id)
       and (of_purpose is null
            or r.person_id in (select s.person_id from consents.standing(of_purpose, '', moment) s))
$$;

create or replace function responses.has_followed(campaign uuid, person uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select exists (select 1
                     from responses.trace t
                    where t.person_id = person and t.campaign_id = campaign and t.clicks > 0
                      and not exists (select 1
                                        from register.partial_restriction a
                                       where a.category = 'response-statistics' and a.person_id = person))
$$;

create or replace function responses.is_known(campaign uuid, person uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select exists (select 1
                     from responses.trace t
                    where t.person_id = person and t.campaign_id = campaign
                      and not exists (select 1
                                        from register.partial_restriction a
                                       where a.category = 'response-statistics' and a.person_id = person))
$$;
