-- What the public pages may do, one act a function: their login reads and writes no table of this module.

create function rights.next_number(of_year integer) returns text
    language sql security definer set search_path = pg_catalog as $$
    insert into rights.number_series as s (year, last_number)
    values (of_year, 1)
        on conflict (year) do update set last_number = s.last_number + 1
    returning s.year || '-' || lpad(s.last_number::text, 4, '0')
$$;

-- Taken in without looking anybody up, so that neither the answer nor its time tells who is in the register. A job goes on from here.
create function rights.receive_request(id uuid, asked text, address text, asker text, said text, in_language text, received date,
                                       happened timestamptz, code_link bytea, link_until timestamptz) returns text
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    given text := rights.next_number(extract(year from received)::integer);
begin
    insert into rights.request (request_id, number, kind, state, channel, email, name, words, language, received_on, received_at)
    values (id, given, asked, 'received', 'public-page', address, asker, said, in_language, received, happened);
    insert into rights.link (link_print, request_id, aim, made_at, expires_at) values (code_link, id, 'code', happened, link_until);
    return given;
end $$;

-- A try with a code: five, within a quarter of an hour. The same words for an unknown asker, who got no code.
create function rights.try_code(of_request uuid, for_aim text, tried bytea, happened timestamptz) returns text
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    c rights.identity_code;
begin
    select * into c
      from rights.identity_code i
     where i.request_id = of_request and i.aim = for_aim
     order by i.made_at desc, i.code_id desc
     limit 1
       for update;
    if not found or c.used_at is not null or c.expires_at <= happened then
        return 'expired';
    end if;
    if c.tries >= 5 then
        return 'spent';
    end if;
    update rights.identity_code i set tries = i.tries + 1 where i.code_id = c.code_id;
    if c.code_print is distinct from tried then
        return 'wrong';
    end if;
    update rights.identity_code i set used_at = happened where i.code_id = c.code_id;
    return 'right';
end $$;

-- The code given back proves the asker to be whom the address on file belongs to.
create function rights.prove_by_code(link bytea, tried bytea, happened timestamptz, own_link bytea, own_until timestamptz)
    returns table (answer text, request_id uuid)
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    r uuid;
    said text;
begin
    select l.request_id into r
      from rights.link l
     where l.link_print = link and l.aim = 'code' and l.expires_at > happened;
    if r is null then
        return query select 'expired'::text, null::uuid;
        return;
    end if;
    said := rights.try_code(r, 'identity', tried, happened);
    if said = 'right' then
        update rights.request q
           set state = 'collecting', proved_how = 'code', proved_at = happened
         where q.request_id = r and q.state in ('received', 'identity') and q.person_id is not null;
        update rights.suspension s
           set answered_on = greatest(s.asked_on, (happened at time zone 'Europe/Helsinki')::date)
         where s.request_id = r and s.answered_on is null;
        insert into rights.link (link_print, request_id, aim, made_at, expires_at) values (own_link, r, 'own', happened, own_until);
    end if;
    return query select said, r;
end $$;

-- Whose page or answer a link opens; nothing when it is unknown or too old.
create function rights.open_link(link bytea, for_aim text, happened timestamptz)
    returns table (request_id uuid, person_id uuid, number text, kind text, language text)
    language sql stable security definer set search_path = pg_catalog as $$
    select q.request_id, q.person_id, q.number, q.kind, q.language
      from rights.link l
      join rights.request q on q.request_id = l.request_id
     where l.link_print = link and l.aim = for_aim and l.expires_at > happened
$$;
revoke all on function rights.next_number, rights.try_code from public;
