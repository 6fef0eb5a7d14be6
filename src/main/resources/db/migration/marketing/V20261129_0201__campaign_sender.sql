-- In whose name a campaign leaves; without one in the house's own.
alter table marketing.campaign
    add column sender_id uuid,
    add constraint campaign_sender foreign key (sender_id) references senders.sender (sender_id);
create index campaign_sender_id on marketing.campaign (sender_id);
