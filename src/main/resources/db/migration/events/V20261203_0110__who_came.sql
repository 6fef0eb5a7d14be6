-- How far somebody got with an event, as their timeline says it: whoever came in did not only register.
alter table events.participation
    add column stage text not null generated always as (case when attended_at is not null then 'attended' else state end) stored;
