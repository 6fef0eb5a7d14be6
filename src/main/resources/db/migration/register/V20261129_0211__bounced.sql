-- Nobody is reached at an address: whoever has it is not written to there. Who that is, is nobody's to read who only learns that a mail came back.
create function register.address_bounced(address text, happened timestamptz) returns integer
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    marked integer;
begin
    update register.contact_point c
       set bounced_at = happened
     where c.kind = 'email' and c.value = address_bounced.address and c.bounced_at is null;
    get diagnostics marked = row_count;
    return marked;
end $$;
revoke all on function register.address_bounced from public;
