-- lpad cuts what is longer: the ten-thousandth request of a year got the number of the thousandth, and was refused.
create or replace function rights.next_number(of_year integer) returns text
    language sql security definer set search_path = pg_catalog as $$
    insert into rights.number_series as s (year, last_number)
    values (of_year, 1)
        on conflict (year) do update set last_number = s.last_number + 1
    returning s.year || '-' || lpad(s.last_number::text, greatest(4, length(s.last_number::text)), '0')
$$;
