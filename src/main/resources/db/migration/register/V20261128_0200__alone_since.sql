-- Since when nobody of an organisation is kept: from then on its own time of keeping runs.
alter table register.organisation add column alone_since date;

-- Of those that are alone already it is known only when something last changed.
update register.organisation o
   set alone_since = o.changed_at::date
 where o.merged_into is null
   and not exists (select 1 from register.affiliation f where f.organisation_id = o.organisation_id);

create index organisation_alone on register.organisation (alone_since) where alone_since is not null;
