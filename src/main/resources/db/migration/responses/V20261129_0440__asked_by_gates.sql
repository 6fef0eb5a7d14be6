-- On the timeline a click tells its link and an open the subject that was read.
alter table responses.response rename column url to about;

-- What gates ask of one person. They are asked of every campaign, also where the notice lets marketing read none of this.
create function responses.has_followed(campaign uuid, person uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select exists (select 1
                     from responses.trace t
                    where t.person_id = person and t.campaign_id = campaign and t.clicks > 0)
$$;

create function responses.is_known(campaign uuid, person uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select exists (select 1 from responses.trace t where t.person_id = person and t.campaign_id = campaign)
$$;
