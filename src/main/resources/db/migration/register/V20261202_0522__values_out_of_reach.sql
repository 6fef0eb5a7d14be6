-- How many have a value of a field, whoever asks: what is only stored (Art. 18) is not seen by whoever looks after fields, and is not deleted with the field either.
create function register.values_of_field(field uuid) returns bigint
    language sql stable security definer set search_path = pg_catalog as $$
    select count(*) from register.custom_value v where v.custom_field_id = field
$$;
revoke all on function register.values_of_field from public;
