-- A campaign may be an issue of a newsletter: then it goes to those who subscribed to that topic, and to nobody else.
alter table marketing.campaign add column topic text;
create index campaign_topic on marketing.campaign (topic, begun_at) where topic is not null;

-- Whose link it is, of which campaign, and of which newsletter that was an issue; for whoever holds the link.
drop function marketing.way_out_of(bytea);
create function marketing.way_out_of(print bytea) returns table (person_id uuid, campaign_id uuid, topic text)
    language sql stable security definer set search_path = pg_catalog as $$
    select register.person_now(w.person_id), w.campaign_id, c.topic
      from marketing.way_out w
      join marketing.campaign c on c.campaign_id = w.campaign_id
     where w.token_print = print
$$;

-- What went out to the subscribers of a newsletter: what anybody may read, and no other campaign.
create function marketing.issues(of_topic text) returns table (campaign_id uuid, content text, begun_at timestamptz)
    language sql stable security definer set search_path = pg_catalog as $$
    select c.campaign_id, c.content, c.begun_at
      from marketing.campaign c
     where c.topic = of_topic and c.begun_at is not null and c.state in ('sending', 'sent')
$$;
