-- After COPY the planner knows nothing of what is staged. Only the owner may analyse.
create function imports.measured() returns void
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    analyze imports.row;
    analyze imports.firm;
end $$;

-- Whom the register knows of a file's people: by an address that one person reads; else by an address of a post or a number together with the
-- name. A name is compared as search_words begins with it: folded and in sorting order. Restricted people are found like all others, so
-- that nobody can be kept twice; whoever calls learns ids and standing, no more.
create function imports.found(batch uuid) returns table (line bigint, person_id uuid, standing smallint)
    language sql stable security definer set search_path = pg_catalog as $$
    with point as (
        select r.line, p.kind, p.usage, p.canonical_print, split_part(r.search_words, ' | ', 1) as name
          from imports.row r
         cross join lateral unnest(r.kinds, r.usages, r.canonicals) as p (kind, usage, canonical_print)
         where r.import_id = batch and r.is_person and p.kind in ('email', 'phone'))
    select distinct on (t.line) t.line, h.person_id, h.standing
      from point t
      join register.contact_point c on c.canonical_print = t.canonical_print and c.kind = t.kind
      join register.person h on h.person_id = c.person_id
     where (h.standing & 8) = 0 and h.merged_into is null
       and ((t.kind = 'email' and t.usage = 'personal') or split_part(h.search_words, ' | ', 1) = t.name)
     order by t.line, (split_part(h.search_words, ' | ', 1) = t.name) desc, t.kind, h.person_id
$$;

-- Organisations by Business ID, then domain, then name; two Business IDs that differ are two organisations whatever else agrees.
create function imports.known(batch uuid) returns table (firm integer, organisation_id uuid)
    language sql stable security definer set search_path = pg_catalog as $$
    select distinct on (k.firm) k.firm, k.organisation_id
      from (select f.firm, o.organisation_id, 1 as rank
              from imports.firm f
              join register.organisation o on o.business_id = f.business_id
             where f.import_id = batch and o.merged_into is null
            union all
            select f.firm, o.organisation_id, 2
              from imports.firm f
              join register.organisation o on o.domain = f.domain
             where f.import_id = batch and o.merged_into is null
               and (o.business_id is null or f.business_id is null or o.business_id = f.business_id)
            union all
            select f.firm, o.organisation_id, 3
              from imports.firm f
              join register.organisation o on o.name_folded = f.name_folded
             where f.import_id = batch and o.merged_into is null
               and (o.business_id is null or f.business_id is null or o.business_id = f.business_id)) k
     order by k.firm, k.rank, k.organisation_id
$$;

-- Whoever said no elsewhere has said no here (Art. 21(2)): the ban covers the person and everybody reached by the same address or number,
-- as register.ban_person does for one. It is never taken back by an undo.
create function imports.ban(batch uuid, key_version integer, happened timestamptz, actor_kind text, actor_id uuid, actor_name text)
    returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
    insert into suppression.entry (entry_id, kind, channel, strict_print, canonical_print, key_version, since_at, reason)
    select gen_random_uuid(), 'marketing-ban', s.kind, s.strict_print, s.canonical_print, ban.key_version, s.since_at, 'import'
      from (select distinct on (p.strict_print) p.kind, p.strict_print, p.canonical_print,
                   least(coalesce(r.ban_since::timestamptz, happened), happened) as since_at
              from imports.row r
             cross join lateral unnest(r.kinds, r.stricts, r.canonicals) as p (kind, strict_print, canonical_print)
             where r.import_id = batch and r.ban and r.is_person and r.outcome not in ('restricted', 'asking') and p.kind in ('email', 'phone')) s
     where not exists (select 1
                         from suppression.entry e
                        where e.kind = 'marketing-ban' and e.strict_print = s.strict_print and e.lifted_at is null);
    with banned as (
        update register.person p
           set standing = (p.standing | 1)::smallint, version = p.version + 1, changed_at = happened
          from (select r.person_id
                  from imports.row r
                 where r.import_id = batch and r.ban and r.outcome not in ('restricted', 'asking') and r.person_id is not null
                union
                select c.person_id
                  from imports.row r
                 cross join lateral unnest(r.kinds, r.canonicals, r.usages) as t (kind, canonical_print, usage)
                  join register.contact_point c on c.canonical_print = t.canonical_print
                 where r.import_id = batch and r.ban and r.is_person and r.outcome not in ('restricted', 'asking') and t.kind in ('email', 'phone')
                   and t.usage <> 'shared' and c.usage <> 'shared' and c.person_id is not null) b
         where p.person_id = b.person_id and (p.standing & 1) = 0
        returning p.person_id, p.standing)
    insert into register.change
           (change_id, entity, entity_id, person_id, standing, field, old_value, new_value, at, actor_kind, actor_id, actor_name)
    select gen_random_uuid(), 'person', b.person_id, b.person_id, b.standing, 'marketing-ban', null, 'import', happened,
           ban.actor_kind, ban.actor_id, ban.actor_name
      from banned b;
end $$;
revoke all on function imports.measured, imports.found, imports.known, imports.ban from public;
