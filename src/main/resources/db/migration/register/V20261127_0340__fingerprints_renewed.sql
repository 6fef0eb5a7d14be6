-- Under which version of the key a contact point was fingerprinted, and what it would look like under each older one: whoever was erased has
-- left nothing but a print under the key of that time, and must be recognised by it after the key was changed.
alter table register.contact_point add column key_version integer not null default 1;
alter table register.contact_point add column older_prints bytea[] not null default '{}';

-- A point of an organisation itself, such as info@, is nobody's; a ban on the address or its domain is marked on the row, where the policies look.
alter table register.contact_point drop constraint contact_point_owner;
alter table register.contact_point add constraint contact_point_owner
    check (num_nonnulls(person_id, organisation_id) >= 1 and (person_id is null or standing is not null));

-- Bit 16: banned because the organisation asked for everybody at its domain. A cause of its own, so that lifting one lifts no other.
alter table register.person drop constraint person_standing;
alter table register.person add constraint person_standing check (standing between 0 and 31);

-- The domain stands in plain words: it names a firm, staff must see it, and the database compares it.
create table register.organisation_ban (
    organisation_ban_id uuid        not null,
    organisation_id     uuid,
    domain              text        not null,
    since_at            timestamptz not null,
    reason              text        not null,
    asked_by            text        not null,
    made_by             uuid,
    made_by_name        text        not null,
    lifted_at           timestamptz,
    lifted_by           uuid,
    lifted_by_name      text,
    lifted_for          text,
    constraint organisation_ban_pk primary key (organisation_ban_id),
    constraint organisation_ban_organisation foreign key (organisation_id) references register.organisation (organisation_id)
);
create unique index organisation_ban_in_force on register.organisation_ban (domain) where lifted_at is null;
create index organisation_ban_of on register.organisation_ban (organisation_id, since_at desc);

-- Marks whoever is reached by a banned address or at a banned domain, of these contact points. Only rows that lack the mark are written.
create function register.mark_banned_points(points uuid[]) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    update register.person p
       set standing = (p.standing | 1)::smallint
     where (p.standing & 9) = 0
       and p.person_id in (select c.person_id
                             from unnest(points) as i (id)
                             join register.contact_point c on c.contact_point_id = i.id
                            cross join lateral unnest(c.canonical_print || c.older_prints) as o (print)
                             join suppression.entry e on e.canonical_print = o.print
                            where e.kind = 'marketing-ban' and e.lifted_at is null and c.person_id is not null);
    update register.person p
       set standing = (p.standing | 16)::smallint
     where (p.standing & 24) = 0
       and p.person_id in (select c.person_id
                             from unnest(points) as i (id)
                             join register.contact_point c on c.contact_point_id = i.id
                             join register.organisation_ban b on b.domain = split_part(c.value, '@', 2)
                            where b.lifted_at is null and c.kind = 'email' and c.person_id is not null);
    if exists (select 1
                 from unnest(points) as i (id)
                 join register.contact_point c on c.contact_point_id = i.id
                where c.person_id is null) then
        update register.contact_point c
           set standing = (coalesce(c.standing, 0) | m.bits)::smallint
          from (select x.contact_point_id, bit_or(x.bit) as bits
                  from (select o.contact_point_id, 1 as bit
                          from unnest(points) as i (id)
                          join register.contact_point o on o.contact_point_id = i.id
                         cross join lateral unnest(o.canonical_print || o.older_prints) as q (print)
                          join suppression.entry e on e.canonical_print = q.print
                         where e.kind = 'marketing-ban' and e.lifted_at is null
                        union all
                        select o.contact_point_id, 16
                          from unnest(points) as i (id)
                          join register.contact_point o on o.contact_point_id = i.id
                          join register.organisation_ban b on b.domain = split_part(o.value, '@', 2)
                         where o.kind = 'email' and b.lifted_at is null) x
                 group by x.contact_point_id) m
         where c.contact_point_id = m.contact_point_id and c.person_id is null and (coalesce(c.standing, 0) & m.bits) <> m.bits;
    end if;
end $$;
revoke all on function register.mark_banned_points from public;

-- The same for the whole register: after the prints were made anew, and each night, in case a row came in past every guard.
create function register.mark_everybody_banned() returns void
    language sql security definer set search_path = pg_catalog as $$
    select register.mark_banned_points(array_agg(m.contact_point_id))
      from (select c.contact_point_id
              from register.contact_point c
              join suppression.entry e on e.canonical_print = c.canonical_print
             where e.kind = 'marketing-ban' and e.lifted_at is null
            union
            select c.contact_point_id
              from register.contact_point c
             cross join lateral unnest(c.older_prints) as o (print)
              join suppression.entry e on e.canonical_print = o.print
             where e.kind = 'marketing-ban' and e.lifted_at is null
            union
            select c.contact_point_id
              from register.contact_point c
              join register.organisation_ban b on b.domain = split_part(c.value, '@', 2)
             where c.kind = 'email' and b.lifted_at is null) m
    having count(*) > 0
$$;
revoke all on function register.mark_everybody_banned from public;

-- An address that is banned later: organisations' own points there have nobody whose ban would reach them.
create function register.guard_banned() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform register.mark_banned_points(array_agg(c.contact_point_id))
       from arrived a
       join register.contact_point c on c.canonical_print = a.canonical_print
      where a.kind = 'marketing-ban' and c.person_id is null
     having count(*) > 0;
    return null;
end $$;
create trigger entry_arrived after insert on suppression.entry
    referencing new table as arrived for each statement execute function register.guard_banned();

-- Whether a domain is banned, for whoever may not read why.
create function register.domain_banned(asked text) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select exists (select 1 from register.organisation_ban b where b.domain = asked and b.lifted_at is null)
$$;

-- Whatever writes a contact point arrives here. Set by set: an import of a million rows is one comparison.
create or replace function register.guard_arrived() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    if exists (select 1
                 from (select a.canonical_print as print, a.source from arrived a
                       union all
                       select o.print, a.source from arrived a cross join lateral unnest(a.older_prints) as o (print)) p
                 join suppression.entry e on e.canonical_print = p.print
                where e.kind = 'recollection' and e.lifted_at is null
                  and p.source in ('public-web', 'bought-list', 'visitor-identification', 'other-system')) then
        raise exception 'seloste: erased identifiers are not collected again from this source'
            using errcode = 'SL001', constraint = 'suppression_recollection';
    end if;
    perform register.mark_banned_points(array_agg(m.contact_point_id))
       from (select a.contact_point_id
               from arrived a
               join suppression.entry e on e.canonical_print = a.canonical_print
              where e.kind = 'marketing-ban' and e.lifted_at is null
             union
             select a.contact_point_id
               from arrived a
              cross join lateral unnest(a.older_prints) as o (print)
               join suppression.entry e on e.canonical_print = o.print
              where e.kind = 'marketing-ban' and e.lifted_at is null
             union
             select a.contact_point_id
               from arrived a
               join register.organisation_ban b on b.domain = split_part(a.value, '@', 2)
              where a.kind = 'email' and b.lifted_at is null) m
     having count(*) > 0;
    return null;
end $$;

-- A change of standing reaches these rows by cascade and is no arrival, nor is the same value under a newer key.
create or replace function register.guard_altered() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    if exists (select 1
                 from arrived a
                 join departed d using (contact_point_id)
                cross join lateral unnest(a.canonical_print || a.older_prints) as o (print)
                 join suppression.entry e on e.canonical_print = o.print
                where ((a.canonical_print <> d.canonical_print and a.value <> d.value) or a.source <> d.source)
                  and e.kind = 'recollection' and e.lifted_at is null
                  and a.source in ('public-web', 'bought-list', 'visitor-identification', 'other-system')) then
        raise exception 'seloste: erased identifiers are not collected again from this source'
            using errcode = 'SL001', constraint = 'suppression_recollection';
    end if;
    perform register.mark_banned_points(array_agg(m.contact_point_id))
       from (select a.contact_point_id
               from arrived a
               join departed d using (contact_point_id)
              where (a.value, a.canonical_print, a.person_id, a.kind)
                    is distinct from (d.value, d.canonical_print, d.person_id, d.kind)) m
     having count(*) > 0;
    return null;
end $$;

-- Nobody else calls them any more.
drop function register.refuse_recollection(bytea[], text[]);
drop function register.mark_banned(uuid[], bytea[]);

-- Takes the domains' marks away where no address lies at a banned domain any more, or where the last one has ended. Of these people, or of all
-- (null), with the organisations' own points.
create function register.settle_bans(people uuid[], today date) returns integer
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    changed integer;
begin
    update register.person p
       set standing = (p.standing & ~16)::smallint
     where (p.standing & 16) <> 0 and (people is null or p.person_id = any(people))
       and not exists (select 1
                         from register.contact_point c
                         join register.organisation_ban b on b.domain = split_part(c.value, '@', 2)
                        where c.person_id = p.person_id and c.kind = 'email' and b.lifted_at is null
                          and (c.valid_until is null or c.valid_until >= today));
    get diagnostics changed = row_count;
    if people is null then
        update register.contact_point c
           set standing = nullif(k.bits, 0)::smallint
          from (select o.contact_point_id,
                       (case when exists (select 1
                                            from unnest(o.canonical_print || o.older_prints) as q (print)
                                            join suppression.entry e on e.canonical_print = q.print
                                           where e.kind = 'marketing-ban' and e.lifted_at is null) then 1 else 0 end)
                       | (case when exists (select 1
                                              from register.organisation_ban b
                                             where b.domain = split_part(o.value, '@', 2) and b.lifted_at is null) then 16 else 0 end) as bits
                  from register.contact_point o
                 where o.person_id is null and o.standing is not null) k
         where c.contact_point_id = k.contact_point_id and c.standing <> k.bits;
    end if;
    return changed;
end $$;
revoke all on function register.settle_bans from public;

-- The employer's ban: everybody at the domain, now and whoever comes. Gives back how many people it marked; asked twice it is one ban.
create function register.ban_domain(id uuid, organisation uuid, banned_domain text, reason text, asked_by text, happened timestamptz,
                                    actor_kind text, actor_id uuid, actor_name text)
    returns integer language plpgsql security definer set search_path = pg_catalog as $$
declare
    marked integer;
begin
    insert into register.organisation_ban
           (organisation_ban_id, organisation_id, domain, since_at, reason, asked_by, made_by, made_by_name)
    select ban_domain.id, (select o.organisation_id from register.organisation o where o.organisation_id = register.organisation_now(organisation)),
           banned_domain, happened, ban_domain.reason, ban_domain.asked_by, actor_id, actor_name
        on conflict (domain) where lifted_at is null do nothing;
    with banned as (
        update register.person p
           set standing = (p.standing | 16)::smallint, version = p.version + 1, changed_at = happened
         where (p.standing & 24) = 0
           and p.person_id in (select c.person_id
                                 from register.contact_point c
                                where c.kind = 'email' and split_part(c.value, '@', 2) = banned_domain and c.person_id is not null
                                  and (c.valid_until is null or c.valid_until >= (happened at time zone 'UTC')::date))
        returning p.person_id, p.standing),
    noted as (
        insert into register.change
               (change_id, entity, entity_id, person_id, standing, field, old_value, new_value, at, actor_kind, actor_id, actor_name)
        select gen_random_uuid(), 'person', b.person_id, b.person_id, b.standing, 'organisation-ban', null, banned_domain, happened,
               ban_domain.actor_kind, ban_domain.actor_id, ban_domain.actor_name
          from banned b
        returning 1)
    select count(*) into marked from noted;
    update register.contact_point c
       set standing = (coalesce(c.standing, 0) | 16)::smallint
     where c.person_id is null and c.kind = 'email' and split_part(c.value, '@', 2) = banned_domain and (coalesce(c.standing, 0) & 16) = 0;
    return marked;
end $$;

-- Ends the organisation's ban. Whoever said no in person stays banned: that is another bit and another list.
create function register.lift_domain_ban(id uuid, proof text, happened timestamptz, today date, actor_kind text, actor_id uuid, actor_name text)
    returns boolean language plpgsql security definer set search_path = pg_catalog as $$
declare
    marked uuid[];
begin
    update register.organisation_ban b
       set lifted_at = happened, lifted_by = actor_id, lifted_by_name = actor_name, lifted_for = proof
     where b.organisation_ban_id = id and b.lifted_at is null;
    if not found then
        return false;
    end if;
    select array_agg(p.person_id) into marked from register.person p where (p.standing & 16) <> 0;
    perform register.settle_bans(null, today);
    insert into register.change
           (change_id, entity, entity_id, person_id, standing, field, old_value, new_value, at, actor_kind, actor_id, actor_name)
    select gen_random_uuid(), 'person', p.person_id, p.person_id, p.standing, 'organisation-ban', 'banned', null, happened,
           lift_domain_ban.actor_kind, lift_domain_ban.actor_id, lift_domain_ban.actor_name
      from register.person p
     where p.person_id = any(marked) and (p.standing & 16) = 0;
    return true;
end $$;
revoke all on function register.ban_domain, register.lift_domain_ban from public;

-- As before, but the version of the key is that of each contact point, and the list of prints keeps a code as its reason: the words are about the
-- person and go with the person. Whom it covers is one list of ids: joined by "or", they were looked for among everybody.
create or replace function register.ban_person(subject uuid, shared_too boolean, key_version integer, reason text, request uuid,
                                    happened timestamptz, actor_kind text, actor_id uuid, actor_name text)
    returns setof uuid language plpgsql security definer set search_path = pg_catalog as $$
declare
    who uuid := register.person_now(subject);
    one uuid;
begin
    if who is null then
        raise exception 'seloste: no such person' using errcode = 'SL404';
    end if;
    insert into suppression.entry
           (entry_id, kind, channel, strict_print, canonical_print, key_version, since_at, reason, request_id)
    select gen_random_uuid(), 'marketing-ban', c.kind, c.strict_print, c.canonical_print, c.key_version, happened, 'objection', request
      from (select distinct on (p.strict_print) p.kind, p.strict_print, p.canonical_print, p.key_version
              from register.contact_point p
             where p.person_id = who and p.kind in ('email', 'phone') and (shared_too or p.usage <> 'shared')) c
     where not exists (select 1
                         from suppression.entry e
                        where e.kind = 'marketing-ban' and e.strict_print = c.strict_print and e.lifted_at is null);
    for one in
        select p.person_id
          from register.person p
         where (p.standing & 1) = 0
           and p.person_id in (select who
                               union
                               select o.person_id
                                 from register.contact_point m
                                 join register.contact_point o on o.canonical_print = m.canonical_print
                                where m.person_id = who and m.kind in ('email', 'phone') and o.person_id is not null
                                  and (shared_too or (m.usage <> 'shared' and o.usage <> 'shared')))
         order by p.person_id
           for update
    loop
        update register.person
           set standing = (standing | 1)::smallint, version = version + 1, changed_at = happened
         where person_id = one;
        perform register.note_ban(one, null, ban_person.reason, happened, ban_person.actor_kind, ban_person.actor_id, ban_person.actor_name);
        return next one;
    end loop;
end $$;

-- As before, and: an entry under an older key is lifted too, and organisations' own points are free again where no other ban covers them.
create or replace function register.lift_ban(subject uuid, proof text, happened timestamptz, actor_kind text, actor_id uuid, actor_name text)
    returns boolean language plpgsql security definer set search_path = pg_catalog as $$
declare
    who uuid := register.person_now(subject);
begin
    if who is null then
        raise exception 'seloste: no such person' using errcode = 'SL404';
    end if;
    update suppression.entry e
       set lifted_at = happened, lifted_by = lift_ban.actor_kind || coalesce(' ' || lift_ban.actor_id, '')
     where e.kind = 'marketing-ban' and e.lifted_at is null
       and e.canonical_print in (select o.print
                                   from register.contact_point c
                                  cross join lateral unnest(c.canonical_print || c.older_prints) as o (print)
                                  where c.person_id = who and c.kind in ('email', 'phone'));
    update register.contact_point o
       set standing = nullif(o.standing & ~1, 0)::smallint
      from register.contact_point m
     where m.person_id = who and m.kind in ('email', 'phone') and o.canonical_print = m.canonical_print
       and o.person_id is null and (o.standing & 1) <> 0;
    update register.person
       set standing = (standing & ~1)::smallint, version = version + 1, changed_at = happened
     where person_id = who and (standing & 1) = 1;
    if found then
        perform register.note_ban(who, 'banned', proof, happened, lift_ban.actor_kind, lift_ban.actor_id, lift_ban.actor_name);
        return true;
    end if;
    return false;
end $$;

-- What the nightly comparison asks, counts only: people who hold a banned address without the mark, and what was collected again all the same.
create function register.suppression_gaps() returns table (unmarked bigint, recollected bigint)
    language sql stable security definer set search_path = pg_catalog as $$
    select (select count(distinct p.person_id)
              from register.contact_point c
             cross join lateral unnest(c.canonical_print || c.older_prints) as o (print)
              join suppression.entry e on e.canonical_print = o.print
              join register.person p on p.person_id = c.person_id
             where e.kind = 'marketing-ban' and e.lifted_at is null and (p.standing & 9) = 0)
           + (select count(distinct p.person_id)
                from register.contact_point c
                join register.organisation_ban b on b.domain = split_part(c.value, '@', 2)
                join register.person p on p.person_id = c.person_id
               where b.lifted_at is null and c.kind = 'email' and c.valid_until is null and (p.standing & 24) = 0),
           (select count(distinct c.contact_point_id)
              from register.contact_point c
             cross join lateral unnest(c.canonical_print || c.older_prints) as o (print)
              join suppression.entry e on e.canonical_print = o.print
             where e.kind = 'recollection' and e.lifted_at is null and c.created_at > e.since_at
               and c.source in ('public-web', 'bought-list', 'visitor-identification', 'other-system'))
$$;
revoke all on function register.suppression_gaps from public;
