-- Which code is the newest is not told by the time it was made: a clock that was set back would let the older one count. A new code
-- ends those before it, and only one that has not ended is tried.
create or replace function rights.try_code(of_request uuid, for_aim text, tried bytea, happened timestamptz) returns text
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    c rights.identity_code;
begin
    select * into c
      from rights.identity_code i
     where i.request_id = of_request and i.aim = for_aim and i.used_at is null
     order by i.made_at desc, i.code_id desc
     limit 1
       for update;
    if not found or c.expires_at <= happened then
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
