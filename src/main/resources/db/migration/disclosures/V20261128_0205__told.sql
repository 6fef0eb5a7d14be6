-- Art. 23(2)(h): "the right of data subjects to be informed about the restriction, unless that may be prejudicial to the purpose". Whether the
-- people are to be told when a secrecy ends is said with its end; who was told, and how, stands with each of them.
alter table disclosures.disclosure add column to_tell boolean not null default false;
alter table disclosures.concerned add column told_at timestamptz;
alter table disclosures.concerned add column told_how text;
alter table disclosures.concerned add constraint concerned_told_how check (told_how in ('letter', 'post', 'spoken'));
alter table disclosures.concerned add constraint concerned_told check ((told_at is null) = (told_how is null));
create index concerned_untold on disclosures.concerned (disclosure_id) where told_at is null;
create index disclosure_to_tell on disclosures.disclosure (disclosure_id) where to_tell;
