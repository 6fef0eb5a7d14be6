-- Of whom we may know what came of a campaign, and what that was: whoever still agrees, where it rests on consent, and is not hidden from
-- marketing. Also keeping asks, which counts the hidden: of them nothing comes out, so that a ban hides what somebody read as well.
create function responses.known(campaign uuid, of_purpose text, moment timestamptz)
    returns table (person_id uuid, opens bigint, clicks bigint)
    language sql stable security definer set search_path = pg_catalog as $$
    select t.person_id, sum(t.opens), sum(t.clicks)
      from responses.trace t
     where t.campaign_id = campaign and t.person_id is not null and t.standing = 0
       and (of_purpose is null
            or t.person_id in (select s.person_id from consents.standing(of_purpose, '', moment) s))
     group by t.person_id
$$;

create function responses.followed_since(since timestamptz, of_purpose text, moment timestamptz) returns table (person_id uuid)
    language sql stable security definer set search_path = pg_catalog as $$
    select distinct r.person_id
      from responses.response r
     where r.kind = 'clicked' and r.at >= since and r.standing = 0
       and (of_purpose is null
            or r.person_id in (select s.person_id from consents.standing(of_purpose, '', moment) s))
$$;

-- Whoever takes the consent back has nothing kept by name any more (Art. 7(3), 17(1)(b)); whichever purpose hears the no. The links of
-- messages go on leading, and the numbers stay.
create function responses.forget(withdrawn uuid[], of_purpose text) returns void
    language sql security definer set search_path = pg_catalog as $$
    delete from responses.response r
     where r.person_id in (select c.person_id
                             from consents.consent c
                            where c.consent_id = any (withdrawn) and c.purpose = of_purpose and c.topic = '');
    update responses.trace t
       set person_id = null
     where t.person_id in (select c.person_id
                             from consents.consent c
                            where c.consent_id = any (withdrawn) and c.purpose = of_purpose and c.topic = '')
$$;
