-- The whole schema. Written by bin/golden from the migrated database; grants and policies are compiled from the data maps
-- and the notice and stand in purposes.md.

create table breaches.breach (
    breach_id uuid not null,
    version integer not null default 1,
    aware_at timestamp with time zone not null,
    nature text not null,
    concerned text not null,
    people integer,
    effects text not null,
    measures text not null,
    risk text not null,
    notified_at timestamp with time zone,
    late_reason text,
    told_at timestamp with time zone,
    told_how text,
    closed_at timestamp with time zone,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    constraint breach_pk PRIMARY KEY (breach_id),
    constraint breach_people CHECK ((people >= 0)),
    constraint breach_risk CHECK ((risk = ANY (ARRAY['none'::text, 'some'::text, 'high'::text])))
);
CREATE INDEX breach_aware ON breaches.breach USING btree (aware_at DESC, breach_id);

create table consents.consent (
    consent_id uuid not null,
    person_id uuid not null,
    standing smallint not null,
    purpose text not null,
    topic text not null,
    wording_id uuid not null,
    given_at timestamp with time zone not null,
    channel text not null,
    proof text not null,
    proof_note text,
    notice_print text not null,
    expires_on date,
    ends_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    withdrawn_how text,
    withdrawn_by text,
    withdrawn_staff uuid,
    request_id uuid,
    noted_at timestamp with time zone not null,
    noted_by uuid,
    constraint consent_pk PRIMARY KEY (consent_id),
    constraint consent_in_the_words_of FOREIGN KEY (wording_id) REFERENCES consents.wording(wording_id),
    constraint consent_of_person FOREIGN KEY (person_id, standing) REFERENCES register.person(person_id, standing) ON UPDATE CASCADE ON DELETE RESTRICT,
    constraint consent_channel CHECK ((channel = ANY (ARRAY['form'::text, 'phone'::text, 'paper'::text, 'email'::text, 'meeting'::text, 'api'::text]))),
    constraint consent_proof CHECK ((proof = ANY (ARRAY['double-opt-in'::text, 'signed'::text, 'message'::text, 'noted'::text]))),
    constraint consent_withdrawn_by CHECK ((withdrawn_by = ANY (ARRAY['subject'::text, 'staff'::text, 'token'::text, 'system'::text]))),
    constraint consent_withdrawn_how CHECK ((withdrawn_how = ANY (ARRAY['own-page'::text, 'link'::text, 'email'::text, 'phone'::text, 'paper'::text, 'meeting'::text, 'api'::text, 'request'::text, 'ban'::text])))
);
CREATE INDEX consent_person ON consents.consent USING btree (person_id, standing);
CREATE INDEX consent_request ON consents.consent USING btree (request_id) WHERE (request_id IS NOT NULL);
CREATE INDEX consent_topic ON consents.consent USING btree (purpose, topic, person_id);
CREATE INDEX consent_wording ON consents.consent USING btree (wording_id);

create table consents.wording (
    wording_id uuid not null,
    purpose text not null,
    topic text not null,
    language text not null,
    version integer not null,
    words text not null,
    made_at timestamp with time zone not null,
    made_by uuid,
    constraint wording_pk PRIMARY KEY (wording_id),
    constraint wording_version UNIQUE (purpose, topic, language, version)
);

create table directory.identity (
    issuer text not null,
    subject text not null,
    account_id uuid not null,
    connected_at timestamp with time zone not null,
    used_at timestamp with time zone,
    constraint identity_pk PRIMARY KEY (issuer, subject),
    constraint identity_account FOREIGN KEY (account_id) REFERENCES staff.account(account_id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX identity_once ON directory.identity USING btree (account_id, issuer);

create table disclosures.concerned (
    concerned_id uuid not null,
    disclosure_id uuid not null,
    person_id uuid not null,
    given_on date,
    categories text[] not null default '{}'::text[],
    named_at timestamp with time zone not null,
    told_at timestamp with time zone,
    told_how text,
    constraint concerned_pk PRIMARY KEY (concerned_id),
    constraint concerned_once UNIQUE (disclosure_id, person_id),
    constraint concerned_by_disclosure FOREIGN KEY (disclosure_id) REFERENCES disclosures.disclosure(disclosure_id),
    constraint concerned_of_person FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT,
    constraint concerned_told CHECK (((told_at IS NULL) = (told_how IS NULL))),
    constraint concerned_told_how CHECK ((told_how = ANY (ARRAY['letter'::text, 'post'::text, 'spoken'::text])))
);
CREATE INDEX concerned_person ON disclosures.concerned USING btree (person_id);
CREATE INDEX concerned_untold ON disclosures.concerned USING btree (disclosure_id) WHERE (told_at IS NULL);

create table disclosures.disclosure (
    disclosure_id uuid not null,
    version integer not null default 1,
    authority text not null,
    reference text,
    law text not null,
    asked text not null,
    received_on date not null,
    due_on date,
    secret_until date,
    secret_by text,
    secrecy_ended_at timestamp with time zone,
    ended_for text,
    waiting uuid[] not null default '{}'::uuid[],
    decision text,
    reason text,
    categories text[] not null default '{}'::text[],
    sent_how text,
    sent_on date,
    decided_at timestamp with time zone,
    decided_by uuid,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    to_tell boolean not null default false,
    constraint disclosure_pk PRIMARY KEY (disclosure_id),
    constraint disclosure_decided CHECK (((decision IS NULL) = (decided_at IS NULL))),
    constraint disclosure_decision CHECK ((decision = ANY (ARRAY['given'::text, 'part'::text, 'refused'::text])))
);
CREATE INDEX disclosure_open ON disclosures.disclosure USING btree (due_on, disclosure_id) WHERE (decided_at IS NULL);
CREATE INDEX disclosure_received ON disclosures.disclosure USING btree (received_on DESC, disclosure_id);
CREATE INDEX disclosure_secret ON disclosures.disclosure USING btree (secret_until, disclosure_id) WHERE (secrecy_ended_at IS NULL);
CREATE INDEX disclosure_to_tell ON disclosures.disclosure USING btree (disclosure_id) WHERE to_tell;

create table doors.spent_stamp (
    nonce bytea not null,
    expires_at timestamp with time zone not null,
    constraint spent_stamp_pk PRIMARY KEY (nonce)
);
CREATE INDEX spent_stamp_over ON doors.spent_stamp USING btree (expires_at);

create table events.answer (
    answer_id uuid not null,
    participation_id uuid not null,
    person_id uuid,
    standing smallint not null,
    question_id text not null,
    question text not null,
    value text not null,
    given_at timestamp with time zone not null,
    constraint answer_pk PRIMARY KEY (answer_id),
    constraint answer_participation FOREIGN KEY (participation_id) REFERENCES events.participation(participation_id) ON DELETE CASCADE,
    constraint answer_person FOREIGN KEY (person_id, standing) REFERENCES register.person(person_id, standing) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE INDEX answer_of_participation ON events.answer USING btree (participation_id);
CREATE INDEX answer_of_person ON events.answer USING btree (person_id, standing);

create table events.calendar_reply (
    reply_id uuid not null,
    participation_id uuid not null,
    event_id uuid not null,
    person_id uuid not null,
    standing smallint not null,
    title text not null,
    answer text not null,
    proved boolean not null,
    followed text not null,
    words text not null,
    sequence integer not null,
    stamped_at timestamp with time zone not null,
    came_at timestamp with time zone not null,
    constraint calendar_reply_pk PRIMARY KEY (reply_id),
    constraint calendar_reply_once UNIQUE (participation_id, proved, sequence, stamped_at, answer),
    constraint calendar_reply_event FOREIGN KEY (event_id) REFERENCES events.event(event_id),
    constraint calendar_reply_participation FOREIGN KEY (participation_id) REFERENCES events.participation(participation_id) ON DELETE CASCADE,
    constraint calendar_reply_person FOREIGN KEY (person_id, standing) REFERENCES register.person(person_id, standing) ON UPDATE CASCADE ON DELETE RESTRICT,
    constraint calendar_reply_answer CHECK ((answer = ANY (ARRAY['accepted'::text, 'declined'::text, 'tentative'::text]))),
    constraint calendar_reply_followed CHECK ((followed = ANY (ARRAY['remark'::text, 'late'::text, 'noted'::text, 'confirmed'::text, 'cancelled'::text, 'registered'::text, 'waiting'::text, 'full'::text])))
);
CREATE INDEX calendar_reply_of_event ON events.calendar_reply USING btree (event_id);
CREATE INDEX calendar_reply_of_person ON events.calendar_reply USING btree (person_id, standing, came_at);

create table events.event (
    event_id uuid not null,
    version integer not null default 1,
    slug text not null,
    words text not null,
    asked text not null,
    starts_at timestamp with time zone not null,
    ends_at timestamp with time zone not null,
    zone text not null,
    closes_at timestamp with time zone not null,
    capacity integer,
    waiting_list boolean not null,
    state text not null,
    sequence integer not null default 0,
    last_number integer not null default 0,
    made_at timestamp with time zone not null,
    made_by uuid,
    changed_at timestamp with time zone not null,
    placed integer not null default 0,
    in_line integer not null default 0,
    constraint event_pk PRIMARY KEY (event_id),
    constraint event_slug_once UNIQUE (slug),
    constraint event_capacity CHECK (((capacity >= 0) AND (capacity <= 100000))),
    constraint event_order CHECK (((ends_at >= starts_at) AND (closes_at <= ends_at))),
    constraint event_room CHECK (((placed >= 0) AND (in_line >= 0))),
    constraint event_state CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'closed'::text, 'cancelled'::text, 'held'::text])))
);
CREATE INDEX event_ahead ON events.event USING btree (ends_at) WHERE (state = ANY (ARRAY['open'::text, 'closed'::text]));
CREATE INDEX event_start ON events.event USING btree (starts_at DESC, event_id);

create table events.invitation (
    campaign_id uuid not null,
    event_id uuid not null,
    kind text not null,
    made_at timestamp with time zone not null,
    constraint invitation_pk PRIMARY KEY (campaign_id),
    constraint invitation_campaign FOREIGN KEY (campaign_id) REFERENCES marketing.campaign(campaign_id),
    constraint invitation_event FOREIGN KEY (event_id) REFERENCES events.event(event_id),
    constraint invitation_kind CHECK ((kind = ANY (ARRAY['invitation'::text, 'thanks'::text, 'missed'::text])))
);
CREATE INDEX invitation_of_event ON events.invitation USING btree (event_id, kind);

create table events.need (
    need_id uuid not null,
    participation_id uuid not null,
    person_id uuid,
    standing smallint not null,
    question text not null,
    value text not null,
    agreed_words text not null,
    agreed_at timestamp with time zone not null,
    event_ends_at timestamp with time zone not null,
    constraint need_pk PRIMARY KEY (need_id),
    constraint need_participation FOREIGN KEY (participation_id) REFERENCES events.participation(participation_id) ON DELETE CASCADE,
    constraint need_person FOREIGN KEY (person_id, standing) REFERENCES register.person(person_id, standing) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE INDEX need_ends ON events.need USING btree (event_ends_at);
CREATE INDEX need_of_participation ON events.need USING btree (participation_id);
CREATE INDEX need_of_person ON events.need USING btree (person_id, standing);

create table events.participation (
    participation_id uuid not null,
    event_id uuid not null,
    person_id uuid,
    standing smallint not null,
    number integer not null,
    title text not null,
    name text not null,
    email text not null,
    address_key text not null,
    organisation text,
    phone text,
    language text not null,
    way text not null,
    state text not null,
    asked_at timestamp with time zone not null,
    place_at timestamp with time zone,
    confirmed_at timestamp with time zone,
    confirm_by timestamp with time zone,
    ended_at timestamp with time zone,
    ended_by text,
    attended_at timestamp with time zone,
    attended_staff uuid,
    told text,
    written_at timestamp with time zone,
    asked_again integer not null default 0,
    again integer not null default 0,
    stage text not null default 
CASE
    WHEN (attended_at IS NOT NULL) THEN 'attended'::text
    ELSE state
END,
    constraint participation_pk PRIMARY KEY (participation_id),
    constraint participation_event FOREIGN KEY (event_id) REFERENCES events.event(event_id),
    constraint participation_person FOREIGN KEY (person_id, standing) REFERENCES register.person(person_id, standing) ON UPDATE CASCADE ON DELETE RESTRICT,
    constraint participation_attended CHECK (((attended_at IS NULL) OR (state = 'registered'::text))),
    constraint participation_state CHECK ((state = ANY (ARRAY['registered'::text, 'waiting'::text, 'cancelled'::text, 'lapsed'::text]))),
    constraint participation_way CHECK ((way = ANY (ARRAY['page'::text, 'invitation'::text, 'staff'::text, 'program'::text])))
);
CREATE INDEX participation_of_event ON events.participation USING btree (event_id, state, number);
CREATE INDEX participation_of_person ON events.participation USING btree (person_id, standing, asked_at);
CREATE INDEX participation_unconfirmed ON events.participation USING btree (event_id, confirm_by) WHERE ((confirmed_at IS NULL) AND (confirm_by IS NOT NULL) AND (state = ANY (ARRAY['registered'::text, 'waiting'::text])));
CREATE UNIQUE INDEX participation_address_once ON events.participation USING btree (event_id, address_key) WHERE (state = ANY (ARRAY['registered'::text, 'waiting'::text]));
CREATE TRIGGER participation_altered AFTER UPDATE ON events.participation REFERENCING OLD TABLE AS departed NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION events.guests_counted();
CREATE TRIGGER participation_arrived AFTER INSERT ON events.participation REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION events.guests_counted();
CREATE TRIGGER participation_departed AFTER DELETE ON events.participation REFERENCING OLD TABLE AS departed FOR EACH STATEMENT EXECUTE FUNCTION events.guests_counted();

create table events.reminder (
    reminder_id uuid not null,
    event_id uuid not null,
    minutes integer not null,
    sent_at timestamp with time zone,
    constraint reminder_pk PRIMARY KEY (reminder_id),
    constraint reminder_once UNIQUE (event_id, minutes),
    constraint reminder_event FOREIGN KEY (event_id) REFERENCES events.event(event_id),
    constraint reminder_minutes CHECK (((minutes >= 0) AND (minutes <= 100000)))
);

create table evidence.consultation (
    consultation_id uuid not null,
    at timestamp with time zone not null,
    actor_kind text not null,
    actor_id uuid,
    purpose text not null,
    how text not null,
    subjects uuid[] not null,
    constraint consultation_pk PRIMARY KEY (consultation_id),
    constraint consultation_how CHECK ((how = ANY (ARRAY['page'::text, 'list'::text, 'export'::text, 'api'::text])))
);
CREATE INDEX consultation_at ON evidence.consultation USING btree (at);
CREATE INDEX consultation_subjects ON evidence.consultation USING gin (subjects);

create table evidence.detail (
    entry_id uuid not null,
    subject_id uuid,
    salt bytea not null,
    detail text not null,
    constraint detail_pk PRIMARY KEY (entry_id),
    constraint detail_of_entry FOREIGN KEY (entry_id) REFERENCES evidence.entry(entry_id)
);
CREATE INDEX detail_subject ON evidence.detail USING btree (subject_id);

create table evidence.entry (
    entry_id uuid not null,
    at timestamp with time zone not null,
    actor_kind text not null,
    actor_id uuid,
    act text not null,
    purpose text not null,
    subject_id uuid,
    object_kind text,
    object_id uuid,
    commitment bytea not null,
    seal_number bigint,
    constraint entry_pk PRIMARY KEY (entry_id)
);
CREATE INDEX entry_object ON evidence.entry USING btree (object_id, at);
CREATE INDEX entry_sealed ON evidence.entry USING btree (seal_number);
CREATE INDEX entry_subject ON evidence.entry USING btree (subject_id, at);
CREATE INDEX entry_unsealed ON evidence.entry USING btree (entry_id) WHERE (seal_number IS NULL);

create table evidence.seal (
    seal_number bigint not null,
    at timestamp with time zone not null,
    entries integer not null,
    previous bytea not null,
    hash bytea not null,
    constraint seal_pk PRIMARY KEY (seal_number)
);

create table flows.act (
    act_id uuid not null,
    flow_id uuid not null,
    kind text not null,
    done_at timestamp with time zone not null,
    done_by uuid,
    by_name text not null,
    constraint act_pk PRIMARY KEY (act_id),
    constraint act_of_flow FOREIGN KEY (flow_id) REFERENCES flows.flow(flow_id),
    constraint act_kind CHECK ((kind = ANY (ARRAY['made'::text, 'started'::text, 'paused'::text, 'resumed'::text, 'ended'::text, 'people-added'::text, 'people-asked'::text, 'people-stopped'::text, 'people-gone'::text])))
);
CREATE INDEX act_of_flow_by_time ON flows.act USING btree (flow_id, done_at, act_id);

create table flows.addition (
    addition_id uuid not null,
    flow_id uuid not null,
    audience_id uuid not null,
    people integer not null,
    looked integer not null default 0,
    entered integer not null default 0,
    looked_to uuid,
    asked_at timestamp with time zone not null,
    asked_by uuid,
    by_name text not null,
    ended_at timestamp with time zone,
    outcome text,
    passed_over uuid[] not null default '{}'::uuid[],
    constraint addition_pk PRIMARY KEY (addition_id),
    constraint addition_of_flow FOREIGN KEY (flow_id) REFERENCES flows.flow(flow_id),
    constraint addition_outcome CHECK ((outcome = ANY (ARRAY['done'::text, 'taken-back'::text, 'flow-ended'::text, 'audience-gone'::text])))
);
CREATE UNIQUE INDEX addition_open ON flows.addition USING btree (flow_id, audience_id) WHERE (ended_at IS NULL);

create table flows.edition (
    edition_id uuid not null,
    flow_id uuid not null,
    number integer not null,
    steps text not null,
    first_step uuid not null,
    started_at timestamp with time zone not null,
    started_by uuid,
    constraint edition_pk PRIMARY KEY (edition_id),
    constraint edition_once UNIQUE (flow_id, number),
    constraint edition_of_flow FOREIGN KEY (flow_id) REFERENCES flows.flow(flow_id)
);

create table flows.errand (
    errand_id uuid not null,
    flow_id uuid not null,
    person_id uuid not null,
    standing smallint not null,
    text text not null,
    days integer not null,
    owner_by uuid,
    made_at timestamp with time zone not null,
    constraint errand_pk PRIMARY KEY (errand_id),
    constraint errand_of_flow FOREIGN KEY (flow_id) REFERENCES flows.flow(flow_id),
    constraint errand_person FOREIGN KEY (person_id, standing) REFERENCES register.person(person_id, standing) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE INDEX errand_made ON flows.errand USING btree (made_at);
CREATE INDEX errand_of_person ON flows.errand USING btree (person_id, standing);

create table flows.flow (
    flow_id uuid not null,
    version integer not null default 1,
    name text not null,
    trigger_kind text not null,
    trigger_value text not null,
    purpose text not null,
    topic text,
    sender_name text not null,
    reply_to text,
    sender_id uuid,
    languages text not null,
    again_days integer,
    state text not null,
    draft text,
    edition_id uuid,
    looked_to uuid,
    made_at timestamp with time zone not null,
    made_by uuid,
    changed_at timestamp with time zone not null,
    constraint flow_pk PRIMARY KEY (flow_id),
    constraint flow_again CHECK (((again_days >= 0) AND (again_days <= 3650))),
    constraint flow_shown CHECK (((state = 'draft'::text) OR (edition_id IS NOT NULL))),
    constraint flow_state CHECK ((state = ANY (ARRAY['draft'::text, 'running'::text, 'paused'::text, 'ended'::text])))
);
CREATE INDEX flow_begun_by ON flows.flow USING btree (trigger_kind, trigger_value) WHERE (state = ANY (ARRAY['running'::text, 'paused'::text]));
CREATE INDEX flow_changed ON flows.flow USING btree (changed_at DESC, flow_id);

create table flows.leaving (
    leaving_id uuid not null,
    passage_id uuid not null,
    flow_id uuid not null,
    person_id uuid not null,
    standing smallint not null,
    kind text not null,
    why text not null,
    title text not null,
    step_id uuid not null,
    left_at timestamp with time zone not null,
    constraint leaving_pk PRIMARY KEY (leaving_id),
    constraint leaving_of_flow FOREIGN KEY (flow_id) REFERENCES flows.flow(flow_id),
    constraint leaving_person FOREIGN KEY (person_id, standing) REFERENCES register.person(person_id, standing) ON UPDATE CASCADE ON DELETE RESTRICT,
    constraint leaving_kind CHECK ((kind = ANY (ARRAY['finished'::text, 'left'::text])))
);
CREATE INDEX leaving_left ON flows.leaving USING btree (left_at);
CREATE INDEX leaving_newest ON flows.leaving USING btree (flow_id, left_at, leaving_id);
CREATE INDEX leaving_of_person ON flows.leaving USING btree (person_id, standing, left_at);

create table flows.passage (
    passage_id uuid not null,
    flow_id uuid not null,
    edition_id uuid not null,
    person_id uuid not null,
    standing smallint not null,
    kind text not null default 'entered'::text,
    title text not null,
    step_id uuid not null,
    waits boolean not null,
    tries integer not null default 0,
    entered_at timestamp with time zone not null,
    since_at timestamp with time zone not null,
    due_at timestamp with time zone,
    constraint passage_pk PRIMARY KEY (passage_id),
    constraint passage_of_edition FOREIGN KEY (edition_id) REFERENCES flows.edition(edition_id),
    constraint passage_of_flow FOREIGN KEY (flow_id) REFERENCES flows.flow(flow_id),
    constraint passage_person FOREIGN KEY (person_id, standing) REFERENCES register.person(person_id, standing) ON UPDATE CASCADE ON DELETE RESTRICT,
    constraint passage_kind CHECK ((kind = 'entered'::text))
);
CREATE INDEX passage_at_step ON flows.passage USING btree (edition_id, step_id) WHERE (due_at IS NOT NULL);
CREATE INDEX passage_before ON flows.passage USING btree (flow_id, person_id, entered_at);
CREATE INDEX passage_due ON flows.passage USING btree (flow_id, due_at) WHERE (due_at IS NOT NULL);
CREATE INDEX passage_entered ON flows.passage USING btree (entered_at);
CREATE INDEX passage_hidden ON flows.passage USING btree (flow_id) WHERE ((due_at IS NOT NULL) AND (((standing)::integer & 31) <> 0));
CREATE INDEX passage_of_person ON flows.passage USING btree (person_id, standing, entered_at);
CREATE UNIQUE INDEX passage_once ON flows.passage USING btree (flow_id, person_id) WHERE (due_at IS NOT NULL);

create table forms.answer (
    answer_id uuid not null,
    submission_id uuid not null,
    person_id uuid not null,
    standing smallint not null,
    position integer not null,
    field text not null,
    question text not null,
    value text not null,
    wording_id uuid,
    consent_id uuid,
    refused_for text,
    constraint answer_pk PRIMARY KEY (answer_id),
    constraint answer_consent FOREIGN KEY (consent_id) REFERENCES consents.consent(consent_id) ON DELETE SET NULL,
    constraint answer_in_submission FOREIGN KEY (submission_id) REFERENCES forms.submission(submission_id) ON DELETE CASCADE,
    constraint answer_of_person FOREIGN KEY (person_id, standing) REFERENCES register.person(person_id, standing) ON UPDATE CASCADE ON DELETE RESTRICT,
    constraint answer_wording FOREIGN KEY (wording_id) REFERENCES consents.wording(wording_id)
);
CREATE INDEX answer_consent_given ON forms.answer USING btree (consent_id) WHERE (consent_id IS NOT NULL);
CREATE INDEX answer_person ON forms.answer USING btree (person_id, standing);
CREATE INDEX answer_submission ON forms.answer USING btree (submission_id, "position");
CREATE INDEX answer_wording_shown ON forms.answer USING btree (wording_id) WHERE (wording_id IS NOT NULL);

create table forms.arrival (
    arrival_id uuid not null,
    person_id uuid,
    form_id uuid not null,
    edition_id uuid not null,
    state text not null,
    language text not null,
    email text not null,
    name text,
    answers text not null,
    worked boolean not null,
    sent_at timestamp with time zone not null,
    asked_at timestamp with time zone,
    token_print bytea,
    token_until timestamp with time zone,
    confirmed_at timestamp with time zone,
    asked_of text,
    came_with uuid,
    constraint arrival_pk PRIMARY KEY (arrival_id),
    constraint arrival_of_person FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT,
    constraint arrival_to_form FOREIGN KEY (form_id) REFERENCES forms.form(form_id),
    constraint arrival_upon_edition FOREIGN KEY (edition_id) REFERENCES forms.edition(edition_id),
    constraint arrival_state CHECK ((state = ANY (ARRAY['received'::text, 'asked'::text, 'unasked'::text, 'confirmed'::text])))
);
CREATE INDEX arrival_asked_of ON forms.arrival USING btree (asked_of, asked_at) WHERE (asked_of IS NOT NULL);
CREATE INDEX arrival_came_with ON forms.arrival USING btree (came_with) WHERE (state = 'received'::text);
CREATE INDEX arrival_edition ON forms.arrival USING btree (edition_id);
CREATE INDEX arrival_form ON forms.arrival USING btree (form_id, arrival_id DESC);
CREATE INDEX arrival_person ON forms.arrival USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX arrival_sent ON forms.arrival USING btree (sent_at);
CREATE UNIQUE INDEX arrival_token ON forms.arrival USING btree (token_print) WHERE (token_print IS NOT NULL);

create table forms.edition (
    edition_id uuid not null,
    form_id uuid not null,
    number integer not null,
    content text not null,
    published_at timestamp with time zone not null,
    published_by uuid,
    constraint edition_pk PRIMARY KEY (edition_id),
    constraint edition_number UNIQUE (form_id, number),
    constraint edition_of_form FOREIGN KEY (form_id) REFERENCES forms.form(form_id)
);

create table forms.file (
    form_id uuid not null,
    blob_id uuid not null,
    name text not null,
    media_type text not null,
    bytes bigint not null,
    added_at timestamp with time zone not null,
    added_by uuid,
    constraint file_pk PRIMARY KEY (form_id),
    constraint file_blob FOREIGN KEY (blob_id) REFERENCES store.blob(blob_id),
    constraint file_of_form FOREIGN KEY (form_id) REFERENCES forms.form(form_id)
);
CREATE INDEX file_of_blob ON forms.file USING btree (blob_id);
CREATE TRIGGER file_removed AFTER DELETE ON forms.file REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION store.files_go_too();

create table forms.form (
    form_id uuid not null,
    version integer not null default 1,
    slug text not null,
    name text not null,
    kind text not null,
    owner_by uuid,
    days integer not null,
    confirm boolean not null,
    target text not null,
    sites text[] not null,
    content text not null,
    state text not null,
    edition_id uuid,
    made_at timestamp with time zone not null,
    made_by uuid,
    changed_at timestamp with time zone not null,
    closed_at timestamp with time zone,
    constraint form_pk PRIMARY KEY (form_id),
    constraint form_slug UNIQUE (slug),
    constraint form_shown CHECK (((state = 'draft'::text) OR (edition_id IS NOT NULL))),
    constraint form_state CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'closed'::text])))
);

create table forms.submission (
    submission_id uuid not null,
    person_id uuid not null,
    standing smallint not null,
    form_id uuid not null,
    edition_id uuid not null,
    kind text not null,
    language text not null,
    email text not null,
    summary text not null,
    sent_at timestamp with time zone not null,
    confirmed_at timestamp with time zone,
    taken_at timestamp with time zone not null,
    taken_by uuid,
    routed_to uuid,
    token_print bytea,
    token_until timestamp with time zone,
    constraint submission_pk PRIMARY KEY (submission_id),
    constraint submission_of_person FOREIGN KEY (person_id, standing) REFERENCES register.person(person_id, standing) ON UPDATE CASCADE ON DELETE RESTRICT,
    constraint submission_to_form FOREIGN KEY (form_id) REFERENCES forms.form(form_id),
    constraint submission_upon_edition FOREIGN KEY (edition_id) REFERENCES forms.edition(edition_id)
);
CREATE INDEX submission_edition ON forms.submission USING btree (edition_id);
CREATE INDEX submission_form ON forms.submission USING btree (form_id, submission_id DESC);
CREATE INDEX submission_person ON forms.submission USING btree (person_id, standing, sent_at DESC, submission_id);
CREATE UNIQUE INDEX submission_token ON forms.submission USING btree (token_print) WHERE (token_print IS NOT NULL);

create table imports.error (
    import_id uuid not null,
    number integer not null,
    line bigint not null,
    header text not null,
    weight text not null,
    message text not null,
    arguments text[] not null,
    constraint error_pk PRIMARY KEY (import_id, number),
    constraint error_import FOREIGN KEY (import_id) REFERENCES imports.import(import_id) ON DELETE CASCADE,
    constraint error_weight CHECK ((weight = ANY (ARRAY['row'::text, 'value'::text, 'remark'::text])))
);

create table imports.firm (
    import_id uuid not null,
    firm integer not null,
    own_id uuid not null,
    organisation_id uuid,
    is_new boolean not null,
    name text not null,
    name_folded text not null,
    business_id text,
    vat_id text,
    website text,
    domain text,
    segment text,
    einvoice_address text,
    einvoice_operator text,
    constraint firm_pk PRIMARY KEY (import_id, firm)
);

create table imports.firm_part (
    import_id uuid not null,
    line bigint not null,
    name text,
    business_id text,
    vat_id text,
    website text,
    domain text,
    segment text,
    einvoice_address text,
    einvoice_operator text,
    name_folded text,
    own_id uuid not null,
    firm integer not null,
    constraint firm_part_pk PRIMARY KEY (import_id, own_id)
);

create table imports.import (
    import_id uuid not null,
    state text not null,
    file_name text not null,
    file_bytes bigint not null,
    file_kept boolean not null default true,
    fingerprint text not null,
    mapping text not null,
    source text,
    source_detail text,
    differing text not null default 'keep'::text,
    given boolean not null default false,
    progress smallint not null default 0,
    staged integer not null default 0,
    rows_read integer not null default 0,
    new_rows integer not null default 0,
    changed_rows integer not null default 0,
    unchanged_rows integer not null default 0,
    banned_rows integer not null default 0,
    refused_rows integer not null default 0,
    restricted_rows integer not null default 0,
    asking_rows integer not null default 0,
    joined_rows integer not null default 0,
    rejected_rows integer not null default 0,
    fault_count integer not null default 0,
    failure text,
    failure_arguments text[] not null default '{}'::text[],
    attempts integer not null default 0,
    run_id uuid,
    created_at timestamp with time zone not null,
    created_by_kind text not null,
    created_by uuid,
    created_by_name text not null,
    committed_at timestamp with time zone,
    undo_asked_at timestamp with time zone,
    undone_at timestamp with time zone,
    constraint import_pk PRIMARY KEY (import_id),
    constraint import_differing CHECK ((differing = ANY (ARRAY['keep'::text, 'update'::text]))),
    constraint import_source CHECK (((source IS NOT NULL) OR (state = ANY (ARRAY['mapping'::text, 'failed'::text, 'undone'::text])))),
    constraint import_state CHECK ((state = ANY (ARRAY['mapping'::text, 'reading'::text, 'preview'::text, 'committing'::text, 'committed'::text, 'failed'::text, 'undone'::text])))
);
CREATE INDEX import_newest ON imports.import USING btree (created_at DESC, import_id);

create table imports.kept (
    import_id uuid not null,
    person_id uuid not null,
    constraint kept_pk PRIMARY KEY (import_id, person_id),
    constraint kept_import FOREIGN KEY (import_id) REFERENCES imports.import(import_id) ON DELETE CASCADE
);
CREATE INDEX kept_person ON imports.kept USING btree (person_id);

create table imports.mapping (
    fingerprint text not null,
    mapping text not null,
    used_at timestamp with time zone not null,
    used_by uuid,
    constraint mapping_pk PRIMARY KEY (fingerprint)
);

create table imports.row (
    import_id uuid not null,
    line bigint not null,
    lines bigint[],
    is_person boolean not null,
    named boolean not null,
    own_id uuid not null,
    name text not null,
    given_name text,
    family_name text,
    sort_name text not null,
    search_words text not null,
    job_title text,
    department text,
    language text,
    owner text,
    external_id text,
    created_on date,
    note text,
    roles text[],
    tags text[],
    extras jsonb,
    ban boolean not null,
    ban_since date,
    bounced boolean not null,
    point_ids uuid[] not null,
    kinds text[] not null,
    usages text[] not null,
    labels text[] not null,
    reaches text[] not null,
    stricts bytea[] not null,
    canonicals bytea[] not null,
    older bytea[],
    firm integer,
    person_id uuid,
    standing smallint,
    banned boolean not null default false,
    erased_at timestamp with time zone,
    fresh integer[],
    outcome text not null default 'new'::text,
    differs boolean not null default false,
    adds boolean not null default false,
    key_version integer not null default 1,
    barred boolean not null default false,
    constraint row_pk PRIMARY KEY (import_id, line),
    constraint row_outcome CHECK ((outcome = ANY (ARRAY['new'::text, 'changed'::text, 'unchanged'::text, 'restricted'::text, 'asking'::text])))
);
CREATE INDEX row_outcome_of ON imports."row" USING btree (import_id, outcome, line) WHERE (outcome <> 'new'::text);
CREATE INDEX row_person ON imports."row" USING btree (person_id) WHERE (person_id IS NOT NULL);

create table informing.telling (
    telling_id uuid not null,
    person_id uuid not null,
    how text not null,
    note text,
    notice_print text,
    told_at timestamp with time zone not null,
    told_by uuid,
    constraint telling_pk PRIMARY KEY (telling_id),
    constraint telling_of_person FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT,
    constraint telling_how CHECK ((how = ANY (ARRAY['letter'::text, 'otherwise'::text, 'known'::text, 'disproportionate'::text])))
);
CREATE INDEX telling_person ON informing.telling USING btree (person_id);

create table instructions.acknowledgement (
    acknowledgement_id uuid not null,
    edition_id uuid not null,
    account_id uuid not null,
    acknowledged_at timestamp with time zone not null,
    constraint acknowledgement_pk PRIMARY KEY (acknowledgement_id),
    constraint acknowledgement_once UNIQUE (edition_id, account_id),
    constraint acknowledgement_by_account FOREIGN KEY (account_id) REFERENCES staff.account(account_id),
    constraint acknowledgement_of_edition FOREIGN KEY (edition_id) REFERENCES instructions.edition(edition_id)
);
CREATE INDEX acknowledgement_account ON instructions.acknowledgement USING btree (account_id);

create table instructions.edition (
    edition_id uuid not null,
    instruction_id uuid not null,
    number integer not null,
    title text not null,
    text text not null,
    material boolean not null,
    published_at timestamp with time zone not null,
    published_by uuid,
    constraint edition_pk PRIMARY KEY (edition_id),
    constraint edition_once UNIQUE (instruction_id, number),
    constraint edition_of_instruction FOREIGN KEY (instruction_id) REFERENCES instructions.instruction(instruction_id)
);

create table instructions.instruction (
    instruction_id uuid not null,
    for_purposes text[] not null default '{}'::text[],
    made_at timestamp with time zone not null,
    withdrawn_at timestamp with time zone,
    constraint instruction_pk PRIMARY KEY (instruction_id)
);

create table instructions.reminder (
    reminder_id uuid not null,
    instruction_id uuid not null,
    number integer not null,
    account_id uuid not null,
    late boolean not null,
    sent_at timestamp with time zone not null,
    constraint reminder_pk PRIMARY KEY (reminder_id),
    constraint reminder_once UNIQUE (instruction_id, number, account_id, late),
    constraint reminder_of_instruction FOREIGN KEY (instruction_id) REFERENCES instructions.instruction(instruction_id),
    constraint reminder_to_account FOREIGN KEY (account_id) REFERENCES staff.account(account_id)
);
CREATE INDEX reminder_account ON instructions.reminder USING btree (account_id);

create table mailbox.attachment (
    attachment_id uuid not null,
    message_id uuid not null,
    blob_id uuid not null,
    name text not null,
    media_type text not null,
    bytes bigint not null,
    constraint attachment_pk PRIMARY KEY (attachment_id),
    constraint attachment_message FOREIGN KEY (message_id) REFERENCES mailbox.message(message_id)
);
CREATE INDEX attachment_of_message ON mailbox.attachment USING btree (message_id);
CREATE TRIGGER attachment_removed AFTER DELETE ON mailbox.attachment REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION store.files_go_too();

create table mailbox.look (
    box text not null,
    at timestamp with time zone not null,
    taken integer not null,
    trouble text,
    constraint look_pk PRIMARY KEY (box)
);

create table mailbox.mark (
    print bytea not null,
    taken_at timestamp with time zone not null,
    constraint mark_pk PRIMARY KEY (print)
);
CREATE INDEX mark_taken ON mailbox.mark USING btree (taken_at);

create table mailbox.message (
    message_id uuid not null,
    box text not null,
    person_id uuid,
    nature text not null,
    sender text,
    sender_name text,
    subject text not null,
    words text not null,
    doubts text[] not null,
    header_id text,
    refers_to text[] not null,
    bytes bigint not null,
    written_at timestamp with time zone,
    arrived_at timestamp with time zone not null,
    taken_at timestamp with time zone not null,
    constraint message_pk PRIMARY KEY (message_id),
    constraint message_nature CHECK ((nature = ANY (ARRAY['personal'::text, 'automatic'::text, 'bounce'::text, 'list'::text, 'own'::text])))
);
CREATE INDEX message_arrived ON mailbox.message USING btree (arrived_at);
CREATE INDEX message_header ON mailbox.message USING btree (header_id) WHERE (header_id IS NOT NULL);
CREATE INDEX message_person ON mailbox.message USING btree (person_id);

create table marketing.act (
    act_id uuid not null,
    campaign_id uuid not null,
    kind text not null,
    done_at timestamp with time zone not null,
    done_by uuid,
    by_name text not null,
    note text,
    constraint act_pk PRIMARY KEY (act_id),
    constraint act_campaign FOREIGN KEY (campaign_id) REFERENCES marketing.campaign(campaign_id),
    constraint act_kind CHECK ((kind = ANY (ARRAY['made'::text, 'tested'::text, 'scheduled'::text, 'sent'::text, 'started'::text, 'paused'::text, 'resumed'::text, 'cancelled'::text, 'ended'::text, 'asked'::text, 'approved'::text, 'returned'::text, 'withdrawn'::text, 'lapsed'::text])))
);
CREATE INDEX act_of_campaign ON marketing.act USING btree (campaign_id, done_at, act_id);

create table marketing.approval (
    approval_id uuid not null,
    campaign_id uuid not null,
    state text not null,
    asked_at timestamp with time zone not null,
    asked_by uuid,
    asked_of uuid,
    note text not null,
    starts_at timestamp with time zone,
    seal text not null,
    people integer not null,
    decided_at timestamp with time zone,
    decided_by uuid,
    reason text,
    ended_at timestamp with time zone,
    constraint approval_pk PRIMARY KEY (approval_id),
    constraint approval_campaign FOREIGN KEY (campaign_id) REFERENCES marketing.campaign(campaign_id),
    constraint approval_decided CHECK (((state <> ALL (ARRAY['approved'::text, 'returned'::text])) OR ((decided_at IS NOT NULL) AND (decided_by IS NOT NULL)))),
    constraint approval_not_of_oneself CHECK (((asked_by IS NULL) OR ((decided_by IS DISTINCT FROM asked_by) AND (asked_of IS DISTINCT FROM asked_by)))),
    constraint approval_state CHECK ((state = ANY (ARRAY['asked'::text, 'approved'::text, 'returned'::text, 'withdrawn'::text, 'lapsed'::text])))
);
CREATE INDEX approval_of_campaign ON marketing.approval USING btree (campaign_id, asked_at);
CREATE INDEX approval_waiting ON marketing.approval USING btree (asked_at) WHERE (state = 'asked'::text);
CREATE UNIQUE INDEX approval_one_open ON marketing.approval USING btree (campaign_id) WHERE (state = ANY (ARRAY['asked'::text, 'approved'::text]));

create table marketing.audience (
    audience_id uuid not null,
    version integer not null default 1,
    name text not null,
    criteria text not null,
    made_at timestamp with time zone not null,
    made_by uuid,
    changed_at timestamp with time zone not null,
    constraint audience_pk PRIMARY KEY (audience_id)
);
CREATE INDEX audience_changed ON marketing.audience USING btree (changed_at DESC, audience_id);

create table marketing.batch (
    batch_id uuid not null,
    campaign_id uuid not null,
    deliveries uuid[] not null,
    constraint batch_pk PRIMARY KEY (batch_id),
    constraint batch_campaign FOREIGN KEY (campaign_id) REFERENCES marketing.campaign(campaign_id)
);
CREATE INDEX batch_of_campaign ON marketing.batch USING btree (campaign_id);

create table marketing.campaign (
    campaign_id uuid not null,
    version integer not null default 1,
    name text not null,
    purpose text not null,
    sender_name text not null,
    reply_to text,
    audience_id uuid,
    content text not null,
    per_minute integer not null,
    state text not null,
    starts_at timestamp with time zone,
    made_at timestamp with time zone not null,
    made_by uuid,
    changed_at timestamp with time zone not null,
    begun_at timestamp with time zone,
    ended_at timestamp with time zone,
    topic text,
    sender_id uuid,
    constraint campaign_pk PRIMARY KEY (campaign_id),
    constraint campaign_audience FOREIGN KEY (audience_id) REFERENCES marketing.audience(audience_id),
    constraint campaign_sender FOREIGN KEY (sender_id) REFERENCES senders.sender(sender_id),
    constraint campaign_pace CHECK (((per_minute >= 0) AND (per_minute <= 100000))),
    constraint campaign_state CHECK ((state = ANY (ARRAY['draft'::text, 'scheduled'::text, 'sending'::text, 'paused'::text, 'sent'::text, 'cancelled'::text])))
);
CREATE INDEX campaign_at_work ON marketing.campaign USING btree (state) WHERE (state = ANY (ARRAY['scheduled'::text, 'sending'::text]));
CREATE INDEX campaign_audience_id ON marketing.campaign USING btree (audience_id);
CREATE INDEX campaign_changed ON marketing.campaign USING btree (changed_at DESC, campaign_id);
CREATE INDEX campaign_sender_id ON marketing.campaign USING btree (sender_id);
CREATE INDEX campaign_topic ON marketing.campaign USING btree (topic, begun_at) WHERE (topic IS NOT NULL);
CREATE TRIGGER campaign_approved BEFORE UPDATE OF state ON marketing.campaign FOR EACH ROW EXECUTE FUNCTION marketing.must_be_approved();

create table marketing.delivery (
    delivery_id uuid not null,
    campaign_id uuid not null,
    person_id uuid not null,
    standing smallint not null,
    address text not null,
    language text not null,
    subject text not null,
    state text not null,
    reason text,
    queued_at timestamp with time zone not null,
    next_at timestamp with time zone not null,
    taken_at timestamp with time zone,
    taken_by uuid,
    attempts integer not null default 0,
    uncertain boolean not null default false,
    done_at timestamp with time zone,
    constraint delivery_pk PRIMARY KEY (delivery_id),
    constraint delivery_campaign FOREIGN KEY (campaign_id) REFERENCES marketing.campaign(campaign_id),
    constraint delivery_person FOREIGN KEY (person_id, standing) REFERENCES register.person(person_id, standing) ON UPDATE CASCADE ON DELETE RESTRICT,
    constraint delivery_state CHECK ((state = ANY (ARRAY['waiting'::text, 'taken'::text, 'sent'::text, 'skipped'::text, 'failed'::text, 'bounced'::text, 'complained'::text])))
);
CREATE INDEX delivery_apart ON marketing.delivery USING btree (campaign_id, state, next_at, delivery_id) WHERE (state = ANY (ARRAY['skipped'::text, 'failed'::text, 'bounced'::text, 'complained'::text]));
CREATE INDEX delivery_bounced ON marketing.delivery USING btree (person_id, done_at) WHERE (state = 'bounced'::text);
CREATE INDEX delivery_hidden ON marketing.delivery USING btree (campaign_id) WHERE ((((standing)::integer & 31) <> 0) AND (state = ANY (ARRAY['waiting'::text, 'taken'::text])));
CREATE INDEX delivery_of_person ON marketing.delivery USING btree (person_id, standing, queued_at);
CREATE INDEX delivery_pace ON marketing.delivery USING btree (campaign_id, taken_at) WHERE (taken_at IS NOT NULL);
CREATE INDEX delivery_queued ON marketing.delivery USING btree (queued_at);
CREATE INDEX delivery_waiting ON marketing.delivery USING btree (campaign_id, next_at, delivery_id) WHERE (state = 'waiting'::text);
CREATE TRIGGER delivery_moved AFTER UPDATE ON marketing.delivery REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION marketing.tally_moved();
CREATE TRIGGER delivery_queued AFTER INSERT ON marketing.delivery REFERENCING NEW TABLE AS queued FOR EACH STATEMENT EXECUTE FUNCTION marketing.tally_queued();

create table marketing.exclusion (
    campaign_id uuid not null,
    reason text not null,
    people integer not null,
    constraint exclusion_pk PRIMARY KEY (campaign_id, reason),
    constraint exclusion_campaign FOREIGN KEY (campaign_id) REFERENCES marketing.campaign(campaign_id)
);

create table marketing.halt (
    campaign_id uuid not null,
    code text not null,
    since_at timestamp with time zone not null,
    until_at timestamp with time zone,
    constraint halt_pk PRIMARY KEY (campaign_id),
    constraint halt_campaign FOREIGN KEY (campaign_id) REFERENCES marketing.campaign(campaign_id) ON DELETE CASCADE,
    constraint halt_code CHECK ((code = ANY (ARRAY['unreachable'::text, 'resting'::text, 'serverless'::text])))
);

create table marketing.house_rule (
    house_rule_id smallint not null,
    version integer not null,
    second_person boolean not null,
    most integer,
    days integer not null,
    changed_at timestamp with time zone not null,
    changed_by uuid,
    constraint house_rule_pk PRIMARY KEY (house_rule_id),
    constraint house_rule_days CHECK (((days >= 1) AND (days <= 366))),
    constraint house_rule_most CHECK (((most >= 1) AND (most <= 1000))),
    constraint house_rule_one CHECK ((house_rule_id = 1))
);

create table marketing.lasting (
    campaign_id uuid not null,
    made_at timestamp with time zone not null,
    closed_at timestamp with time zone,
    constraint lasting_pk PRIMARY KEY (campaign_id),
    constraint lasting_campaign FOREIGN KEY (campaign_id) REFERENCES marketing.campaign(campaign_id)
);

create table marketing.picture (
    picture_id uuid not null,
    address text not null,
    name text not null,
    media_type text not null,
    width integer not null,
    height integer not null,
    bytes integer not null,
    blob_id uuid not null,
    made_at timestamp with time zone not null,
    made_by uuid,
    constraint picture_pk PRIMARY KEY (picture_id),
    constraint picture_address UNIQUE (address)
);
CREATE INDEX picture_made ON marketing.picture USING btree (made_at DESC, picture_id);
CREATE TRIGGER picture_files AFTER DELETE ON marketing.picture REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION store.files_go_too();

create table marketing.tally (
    tally_id uuid not null,
    campaign_id uuid not null,
    state text not null,
    reason text not null default ''::text,
    people integer not null,
    constraint tally_pk PRIMARY KEY (tally_id),
    constraint tally_campaign FOREIGN KEY (campaign_id) REFERENCES marketing.campaign(campaign_id)
);
CREATE INDEX tally_of_campaign ON marketing.tally USING btree (campaign_id, state, reason);

create table marketing.template (
    template_id uuid not null,
    name text not null,
    content text not null,
    made_at timestamp with time zone not null,
    made_by uuid,
    constraint template_pk PRIMARY KEY (template_id),
    constraint template_name UNIQUE (name)
);
CREATE INDEX template_made ON marketing.template USING btree (made_at DESC, template_id);

create table marketing.way_out (
    way_out_id uuid not null,
    token_print bytea not null,
    campaign_id uuid not null,
    person_id uuid not null,
    standing smallint not null,
    made_at timestamp with time zone not null,
    constraint way_out_pk PRIMARY KEY (way_out_id),
    constraint way_out_once UNIQUE (token_print),
    constraint way_out_campaign FOREIGN KEY (campaign_id) REFERENCES marketing.campaign(campaign_id),
    constraint way_out_person FOREIGN KEY (person_id, standing) REFERENCES register.person(person_id, standing) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE INDEX way_out_made ON marketing.way_out USING btree (made_at);
CREATE INDEX way_out_of_person ON marketing.way_out USING btree (person_id, standing);

create table movers.given (
    given_id uuid not null,
    move_id uuid not null,
    import_id uuid not null,
    person_id uuid not null,
    consent_id uuid not null,
    at timestamp with time zone not null,
    constraint given_pk PRIMARY KEY (given_id),
    constraint given_move FOREIGN KEY (move_id) REFERENCES movers.move(move_id),
    constraint given_person FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT
);
CREATE INDEX given_of_move ON movers.given USING btree (move_id);
CREATE INDEX given_person_id ON movers.given USING btree (person_id);

create table movers.list (
    list_id uuid not null,
    move_id uuid not null,
    name text not null,
    subscribed integer not null,
    ended integer not null,
    topic_id uuid,
    constraint list_pk PRIMARY KEY (list_id),
    constraint list_move FOREIGN KEY (move_id) REFERENCES movers.move(move_id),
    constraint list_topic FOREIGN KEY (topic_id) REFERENCES newsletters.topic(topic_id)
);
CREATE INDEX list_of_move ON movers.list USING btree (move_id);
CREATE INDEX list_topic_id ON movers.list USING btree (topic_id);

create table movers.member (
    member_id uuid not null,
    list_id uuid not null,
    import_id uuid not null,
    person_id uuid,
    email text not null,
    has_ended boolean not null,
    made_at timestamp with time zone not null,
    constraint member_pk PRIMARY KEY (member_id),
    constraint member_list FOREIGN KEY (list_id) REFERENCES movers.list(list_id),
    constraint member_person FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT
);
CREATE INDEX member_made ON movers.member USING btree (made_at);
CREATE INDEX member_of_list ON movers.member USING btree (list_id, member_id);
CREATE INDEX member_person_id ON movers.member USING btree (person_id) WHERE (person_id IS NOT NULL);

create table movers.move (
    move_id uuid not null,
    import_id uuid not null,
    tool text not null,
    file_name text not null,
    people integer not null,
    banned integer not null,
    bounced integer not null,
    made_at timestamp with time zone not null,
    made_by uuid,
    said_words text,
    said_where text,
    said_on date,
    attested_by text,
    decided_at timestamp with time zone,
    began integer not null default 0,
    ended integer not null default 0,
    left_out integer not null default 0,
    done_at timestamp with time zone,
    undone_at timestamp with time zone,
    constraint move_pk PRIMARY KEY (move_id),
    constraint move_once UNIQUE (import_id),
    constraint move_import FOREIGN KEY (import_id) REFERENCES imports.import(import_id),
    constraint move_tool CHECK ((tool = ANY (ARRAY['listmonk'::text, 'mautic'::text, 'mailchimp'::text])))
);
CREATE INDEX move_made ON movers.move USING btree (made_at DESC, move_id);

create table newsletters.happening (
    happening_id uuid not null,
    person_id uuid not null,
    standing smallint not null,
    kind text not null,
    text text not null,
    at timestamp with time zone not null,
    constraint happening_pk PRIMARY KEY (happening_id),
    constraint happening_person FOREIGN KEY (person_id, standing) REFERENCES register.person(person_id, standing) ON UPDATE CASCADE ON DELETE RESTRICT,
    constraint happening_kind CHECK ((kind = ANY (ARRAY['subscribed'::text, 'ended'::text, 'each'::text, 'monthly'::text, 'quarterly'::text, 'subscribed-only'::text, 'service-only'::text, 'all-again'::text, 'unproved'::text])))
);
CREATE INDEX happening_of_person ON newsletters.happening USING btree (person_id, standing, at DESC);

create table newsletters.preference (
    preference_id uuid not null,
    person_id uuid not null,
    standing smallint not null,
    topic_id uuid not null,
    address text,
    rhythm text not null,
    changed_at timestamp with time zone not null,
    constraint preference_pk PRIMARY KEY (preference_id),
    constraint preference_once UNIQUE (person_id, topic_id),
    constraint preference_person FOREIGN KEY (person_id, standing) REFERENCES register.person(person_id, standing) ON UPDATE CASCADE ON DELETE RESTRICT,
    constraint preference_topic FOREIGN KEY (topic_id) REFERENCES newsletters.topic(topic_id),
    constraint preference_rhythm CHECK ((rhythm = ANY (ARRAY['each'::text, 'monthly'::text, 'quarterly'::text])))
);
CREATE INDEX preference_of_person ON newsletters.preference USING btree (person_id, standing);
CREATE INDEX preference_topic_id ON newsletters.preference USING btree (topic_id);

create table newsletters.restraint (
    restraint_id uuid not null,
    person_id uuid not null,
    standing smallint not null,
    kind text not null,
    since_at timestamp with time zone not null,
    constraint restraint_pk PRIMARY KEY (restraint_id),
    constraint restraint_once UNIQUE (person_id, kind),
    constraint restraint_person FOREIGN KEY (person_id, standing) REFERENCES register.person(person_id, standing) ON UPDATE CASCADE ON DELETE RESTRICT,
    constraint restraint_kind CHECK ((kind = ANY (ARRAY['subscribed-only'::text, 'service-only'::text])))
);
CREATE INDEX restraint_of_person ON newsletters.restraint USING btree (person_id, standing);

create table newsletters.sign_up (
    sign_up_id uuid not null,
    person_id uuid,
    email text not null,
    canonical text not null,
    name text,
    language text not null,
    channel text not null,
    from_address text,
    wordings uuid[] not null,
    asked_at timestamp with time zone not null,
    token_print bytea,
    expires_at timestamp with time zone,
    confirmed_at timestamp with time zone,
    constraint sign_up_pk PRIMARY KEY (sign_up_id),
    constraint sign_up_link_once UNIQUE (token_print),
    constraint sign_up_person FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT,
    constraint sign_up_channel CHECK ((channel = ANY (ARRAY['form'::text, 'api'::text, 'staff'::text]))),
    constraint sign_up_language CHECK ((language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text])))
);
CREATE INDEX sign_up_asked ON newsletters.sign_up USING btree (asked_at);
CREATE INDEX sign_up_canonical ON newsletters.sign_up USING btree (canonical, asked_at);
CREATE INDEX sign_up_of_person ON newsletters.sign_up USING btree (person_id) WHERE (person_id IS NOT NULL);

create table newsletters.topic (
    topic_id uuid not null,
    version integer not null default 1,
    slug text not null,
    purpose text not null,
    frequency text not null,
    open boolean not null,
    archived boolean not null,
    made_at timestamp with time zone not null,
    made_by uuid,
    changed_at timestamp with time zone not null,
    constraint topic_pk PRIMARY KEY (topic_id),
    constraint topic_slug_once UNIQUE (slug),
    constraint topic_frequency CHECK ((frequency = ANY (ARRAY['weekly'::text, 'fortnightly'::text, 'monthly'::text, 'quarterly'::text, 'seldom'::text])))
);

create table newsletters.topic_words (
    topic_words_id uuid not null,
    topic_id uuid not null,
    language text not null,
    name text not null,
    about text not null,
    wording text not null,
    welcome text not null,
    constraint topic_words_pk PRIMARY KEY (topic_words_id),
    constraint topic_words_once UNIQUE (topic_id, language),
    constraint topic_words_topic FOREIGN KEY (topic_id) REFERENCES newsletters.topic(topic_id),
    constraint topic_words_language CHECK ((language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text])))
);

create table notice.version (
    version_id uuid not null,
    number integer not null,
    declaration text not null,
    sha256 text not null,
    note text not null,
    material boolean not null,
    findings integer not null,
    effective_on date not null,
    published_at timestamp with time zone not null,
    published_by_kind text not null,
    published_by uuid,
    constraint version_pk PRIMARY KEY (version_id),
    constraint version_number UNIQUE (number),
    constraint version_number_counts CHECK ((number > 0))
);

create table publishing.draft (
    only_one boolean not null default true,
    declaration text not null,
    based_on integer not null,
    version integer not null,
    changed_at timestamp with time zone not null,
    changed_by uuid,
    constraint draft_pk PRIMARY KEY (only_one),
    constraint draft_only_one CHECK (only_one)
);

create table register.affiliation (
    affiliation_id uuid not null,
    person_id uuid not null,
    standing smallint not null,
    organisation_id uuid not null,
    job_title text,
    roles text[] not null default '{}'::text[],
    from_on date,
    until_on date,
    import_id uuid,
    created_at timestamp with time zone not null,
    constraint affiliation_pk PRIMARY KEY (affiliation_id),
    constraint affiliation_organisation FOREIGN KEY (organisation_id) REFERENCES register.organisation(organisation_id) ON DELETE RESTRICT,
    constraint affiliation_person FOREIGN KEY (person_id, standing) REFERENCES register.person(person_id, standing) ON UPDATE CASCADE ON DELETE RESTRICT,
    constraint affiliation_roles CHECK ((roles <@ ARRAY['main-user'::text, 'contract-contact'::text, 'invoicing-contact'::text, 'decision-maker'::text, 'reference'::text]))
);
CREATE INDEX affiliation_contract_contact ON register.affiliation USING btree (person_id) WHERE ('contract-contact'::text = ANY (roles));
CREATE INDEX affiliation_decision_maker ON register.affiliation USING btree (person_id) WHERE ('decision-maker'::text = ANY (roles));
CREATE INDEX affiliation_import ON register.affiliation USING btree (import_id);
CREATE INDEX affiliation_invoicing_contact ON register.affiliation USING btree (person_id) WHERE ('invoicing-contact'::text = ANY (roles));
CREATE INDEX affiliation_main_user ON register.affiliation USING btree (person_id) WHERE ('main-user'::text = ANY (roles));
CREATE INDEX affiliation_of_organisation ON register.affiliation USING btree (organisation_id, person_id);
CREATE INDEX affiliation_of_person ON register.affiliation USING btree (person_id, standing);
CREATE INDEX affiliation_reference ON register.affiliation USING btree (person_id) WHERE ('reference'::text = ANY (roles));

create table register.change (
    change_id uuid not null,
    entity text not null,
    entity_id uuid not null,
    person_id uuid,
    standing smallint,
    organisation_id uuid,
    field text not null,
    old_value text,
    new_value text,
    at timestamp with time zone not null,
    actor_kind text not null,
    actor_id uuid,
    actor_name text not null,
    source text,
    import_id uuid,
    constraint change_pk PRIMARY KEY (change_id),
    constraint change_of_person FOREIGN KEY (person_id, standing) REFERENCES register.person(person_id, standing) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE INDEX change_entity ON register.change USING btree (entity_id, field, at DESC);
CREATE INDEX change_import ON register.change USING btree (import_id);
CREATE INDEX change_organisation ON register.change USING btree (organisation_id, at DESC, change_id) WHERE (organisation_id IS NOT NULL);
CREATE INDEX change_person ON register.change USING btree (person_id, standing, at DESC, change_id);

create table register.contact_point (
    contact_point_id uuid not null,
    person_id uuid,
    standing smallint,
    organisation_id uuid,
    kind text not null,
    usage text not null,
    label text,
    value text not null,
    strict_print bytea not null,
    canonical_print bytea not null,
    position integer not null default 0,
    valid_from date,
    valid_until date,
    bounced_at timestamp with time zone,
    source text not null,
    source_detail text,
    sourced_on date not null,
    import_id uuid,
    created_at timestamp with time zone not null,
    key_version integer not null default 1,
    older_prints bytea[] not null default '{}'::bytea[],
    constraint contact_point_pk PRIMARY KEY (contact_point_id),
    constraint contact_point_of_organisation FOREIGN KEY (organisation_id) REFERENCES register.organisation(organisation_id) ON DELETE RESTRICT,
    constraint contact_point_of_person FOREIGN KEY (person_id, standing) REFERENCES register.person(person_id, standing) ON UPDATE CASCADE ON DELETE RESTRICT,
    constraint contact_point_kind CHECK ((kind = ANY (ARRAY['email'::text, 'phone'::text, 'website'::text, 'handle'::text]))),
    constraint contact_point_owner CHECK (((num_nonnulls(person_id, organisation_id) >= 1) AND ((person_id IS NULL) OR (standing IS NOT NULL)))),
    constraint contact_point_usage CHECK ((usage = ANY (ARRAY['personal'::text, 'role'::text, 'shared'::text])))
);
CREATE INDEX contact_point_canonical ON register.contact_point USING btree (canonical_print);
CREATE INDEX contact_point_import ON register.contact_point USING btree (import_id);
CREATE INDEX contact_point_organisation ON register.contact_point USING btree (organisation_id) WHERE (organisation_id IS NOT NULL);
CREATE INDEX contact_point_person ON register.contact_point USING btree (person_id, standing, "position");
CREATE INDEX contact_point_value ON register.contact_point USING btree (value);
CREATE TRIGGER contact_point_altered AFTER UPDATE ON register.contact_point REFERENCING OLD TABLE AS departed NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION register.guard_altered();
CREATE TRIGGER contact_point_arrived AFTER INSERT ON register.contact_point REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION register.guard_arrived();

create table register.custom_field (
    custom_field_id uuid not null,
    entity text not null,
    name text not null,
    kind text not null,
    category text not null,
    choices text[] not null default '{}'::text[],
    position integer not null default 0,
    created_at timestamp with time zone not null,
    key text not null,
    constraint custom_field_pk PRIMARY KEY (custom_field_id),
    constraint custom_field_category_once UNIQUE (custom_field_id, category),
    constraint custom_field_key_once UNIQUE (key),
    constraint custom_field_name_once UNIQUE (entity, name),
    constraint custom_field_category CHECK (((category = ANY (ARRAY['relationship-notes'::text, 'contact-tags'::text, 'contact-information'::text, 'organisations'::text])) AND ((category <> 'organisations'::text) OR (entity = 'organisation'::text)) AND ((category <> ALL (ARRAY['contact-tags'::text, 'contact-information'::text])) OR (entity = 'person'::text)))),
    constraint custom_field_entity CHECK ((entity = ANY (ARRAY['person'::text, 'organisation'::text]))),
    constraint custom_field_kind CHECK ((kind = ANY (ARRAY['text'::text, 'number'::text, 'date'::text, 'choice'::text, 'yes-no'::text])))
);

create table register.custom_value (
    custom_value_id uuid not null,
    custom_field_id uuid not null,
    person_id uuid,
    standing smallint,
    organisation_id uuid,
    value text not null,
    import_id uuid,
    created_at timestamp with time zone not null,
    category text not null,
    constraint custom_value_pk PRIMARY KEY (custom_value_id, category),
    constraint custom_value_field FOREIGN KEY (custom_field_id, category) REFERENCES register.custom_field(custom_field_id, category) ON UPDATE CASCADE,
    constraint custom_value_of_organisation FOREIGN KEY (organisation_id) REFERENCES register.organisation(organisation_id) ON DELETE RESTRICT,
    constraint custom_value_of_person FOREIGN KEY (person_id, standing) REFERENCES register.person(person_id, standing) ON UPDATE CASCADE ON DELETE RESTRICT,
    constraint custom_value_owner CHECK (((num_nonnulls(person_id, organisation_id) = 1) AND ((person_id IS NULL) = (standing IS NULL))))
);
CREATE INDEX custom_value_asked ON ONLY register.custom_value USING btree (custom_field_id, value COLLATE "C") INCLUDE (person_id, standing, organisation_id) WHERE (octet_length(value) <= 800);
CREATE INDEX custom_value_import ON ONLY register.custom_value USING btree (import_id);

create table register.custom_value_of_contacts (
    custom_value_id uuid not null,
    custom_field_id uuid not null,
    person_id uuid,
    standing smallint,
    organisation_id uuid,
    value text not null,
    import_id uuid,
    created_at timestamp with time zone not null,
    category text not null default 'contact-information'::text,
    constraint custom_value_of_contacts_pkey PRIMARY KEY (custom_value_id, category),
    constraint custom_value_field FOREIGN KEY (custom_field_id, category) REFERENCES register.custom_field(custom_field_id, category) ON UPDATE CASCADE,
    constraint custom_value_of_organisation FOREIGN KEY (organisation_id) REFERENCES register.organisation(organisation_id) ON DELETE RESTRICT,
    constraint custom_value_of_person FOREIGN KEY (person_id, standing) REFERENCES register.person(person_id, standing) ON UPDATE CASCADE ON DELETE RESTRICT,
    constraint custom_value_of_contacts_people CHECK ((organisation_id IS NULL)),
    constraint custom_value_owner CHECK (((num_nonnulls(person_id, organisation_id) = 1) AND ((person_id IS NULL) = (standing IS NULL))))
);
CREATE INDEX custom_value_of_contacts_custom_field_id_value_person_id_st_idx ON register.custom_value_of_contacts USING btree (custom_field_id, value COLLATE "C") INCLUDE (person_id, standing, organisation_id) WHERE (octet_length(value) <= 800);
CREATE INDEX custom_value_of_contacts_import_id_idx ON register.custom_value_of_contacts USING btree (import_id);
CREATE UNIQUE INDEX custom_value_of_contacts_person_once ON register.custom_value_of_contacts USING btree (person_id, custom_field_id);

create table register.custom_value_of_notes (
    custom_value_id uuid not null,
    custom_field_id uuid not null,
    person_id uuid,
    standing smallint,
    organisation_id uuid,
    value text not null,
    import_id uuid,
    created_at timestamp with time zone not null,
    category text not null default 'relationship-notes'::text,
    constraint custom_value_of_notes_pkey PRIMARY KEY (custom_value_id, category),
    constraint custom_value_field FOREIGN KEY (custom_field_id, category) REFERENCES register.custom_field(custom_field_id, category) ON UPDATE CASCADE,
    constraint custom_value_of_organisation FOREIGN KEY (organisation_id) REFERENCES register.organisation(organisation_id) ON DELETE RESTRICT,
    constraint custom_value_of_person FOREIGN KEY (person_id, standing) REFERENCES register.person(person_id, standing) ON UPDATE CASCADE ON DELETE RESTRICT,
    constraint custom_value_owner CHECK (((num_nonnulls(person_id, organisation_id) = 1) AND ((person_id IS NULL) = (standing IS NULL))))
);
CREATE INDEX custom_value_of_notes_custom_field_id_value_person_id_stand_idx ON register.custom_value_of_notes USING btree (custom_field_id, value COLLATE "C") INCLUDE (person_id, standing, organisation_id) WHERE (octet_length(value) <= 800);
CREATE INDEX custom_value_of_notes_import ON register.custom_value_of_notes USING btree (import_id);
CREATE UNIQUE INDEX custom_value_of_notes_organisation_once ON register.custom_value_of_notes USING btree (organisation_id, custom_field_id) WHERE (organisation_id IS NOT NULL);
CREATE UNIQUE INDEX custom_value_of_notes_person_once ON register.custom_value_of_notes USING btree (person_id, custom_field_id) WHERE (person_id IS NOT NULL);

create table register.custom_value_of_organisations (
    custom_value_id uuid not null,
    custom_field_id uuid not null,
    person_id uuid,
    standing smallint,
    organisation_id uuid,
    value text not null,
    import_id uuid,
    created_at timestamp with time zone not null,
    category text not null default 'organisations'::text,
    constraint custom_value_of_organisations_pkey PRIMARY KEY (custom_value_id, category),
    constraint custom_value_field FOREIGN KEY (custom_field_id, category) REFERENCES register.custom_field(custom_field_id, category) ON UPDATE CASCADE,
    constraint custom_value_of_organisation FOREIGN KEY (organisation_id) REFERENCES register.organisation(organisation_id) ON DELETE RESTRICT,
    constraint custom_value_of_person FOREIGN KEY (person_id, standing) REFERENCES register.person(person_id, standing) ON UPDATE CASCADE ON DELETE RESTRICT,
    constraint custom_value_of_organisations_nobody CHECK ((person_id IS NULL)),
    constraint custom_value_owner CHECK (((num_nonnulls(person_id, organisation_id) = 1) AND ((person_id IS NULL) = (standing IS NULL))))
);
CREATE INDEX custom_value_of_organisations_custom_field_id_value_person__idx ON register.custom_value_of_organisations USING btree (custom_field_id, value COLLATE "C") INCLUDE (person_id, standing, organisation_id) WHERE (octet_length(value) <= 800);
CREATE INDEX custom_value_of_organisations_import_id_idx ON register.custom_value_of_organisations USING btree (import_id);
CREATE UNIQUE INDEX custom_value_of_organisations_once ON register.custom_value_of_organisations USING btree (organisation_id, custom_field_id);

create table register.custom_value_of_tags (
    custom_value_id uuid not null,
    custom_field_id uuid not null,
    person_id uuid,
    standing smallint,
    organisation_id uuid,
    value text not null,
    import_id uuid,
    created_at timestamp with time zone not null,
    category text not null default 'contact-tags'::text,
    constraint custom_value_of_tags_pkey PRIMARY KEY (custom_value_id, category),
    constraint custom_value_field FOREIGN KEY (custom_field_id, category) REFERENCES register.custom_field(custom_field_id, category) ON UPDATE CASCADE,
    constraint custom_value_of_organisation FOREIGN KEY (organisation_id) REFERENCES register.organisation(organisation_id) ON DELETE RESTRICT,
    constraint custom_value_of_person FOREIGN KEY (person_id, standing) REFERENCES register.person(person_id, standing) ON UPDATE CASCADE ON DELETE RESTRICT,
    constraint custom_value_of_tags_people CHECK ((organisation_id IS NULL)),
    constraint custom_value_owner CHECK (((num_nonnulls(person_id, organisation_id) = 1) AND ((person_id IS NULL) = (standing IS NULL))))
);
CREATE INDEX custom_value_of_tags_custom_field_id_value_person_id_standi_idx ON register.custom_value_of_tags USING btree (custom_field_id, value COLLATE "C") INCLUDE (person_id, standing, organisation_id) WHERE (octet_length(value) <= 800);
CREATE INDEX custom_value_of_tags_import_id_idx ON register.custom_value_of_tags USING btree (import_id);
CREATE UNIQUE INDEX custom_value_of_tags_person_once ON register.custom_value_of_tags USING btree (person_id, custom_field_id);

create table register.default_view (
    account_id uuid not null,
    entity text not null,
    saved_view_id uuid not null,
    constraint default_view_pk PRIMARY KEY (account_id, entity),
    constraint default_view_account FOREIGN KEY (account_id) REFERENCES staff.account(account_id) ON DELETE CASCADE,
    constraint default_view_view FOREIGN KEY (saved_view_id) REFERENCES register.saved_view(saved_view_id) ON DELETE CASCADE
);
CREATE INDEX default_view_view ON register.default_view USING btree (saved_view_id);

create table register.kept_apart (
    kept_apart_id uuid not null,
    person_id uuid,
    standing smallint,
    organisation_id uuid,
    other_id uuid not null,
    kept_at timestamp with time zone not null,
    kept_by uuid,
    constraint kept_apart_pk PRIMARY KEY (kept_apart_id),
    constraint kept_apart_of_organisation FOREIGN KEY (organisation_id) REFERENCES register.organisation(organisation_id) ON DELETE RESTRICT,
    constraint kept_apart_of_person FOREIGN KEY (person_id, standing) REFERENCES register.person(person_id, standing) ON UPDATE CASCADE ON DELETE RESTRICT,
    constraint kept_apart_owner CHECK (((num_nonnulls(person_id, organisation_id) = 1) AND ((person_id IS NULL) = (standing IS NULL))))
);
CREATE INDEX kept_apart_organisation ON register.kept_apart USING btree (organisation_id, other_id);
CREATE INDEX kept_apart_other ON register.kept_apart USING btree (other_id);
CREATE INDEX kept_apart_person ON register.kept_apart USING btree (person_id, other_id);

create table register.merge (
    merge_id uuid not null,
    person_id uuid,
    standing smallint,
    organisation_id uuid,
    gone_id uuid not null,
    merged_at timestamp with time zone not null,
    merged_by uuid,
    merged_by_name text not null,
    undo_until date not null,
    undone_at timestamp with time zone,
    undo text,
    constraint merge_pk PRIMARY KEY (merge_id),
    constraint merge_of_organisation FOREIGN KEY (organisation_id) REFERENCES register.organisation(organisation_id) ON DELETE RESTRICT,
    constraint merge_of_person FOREIGN KEY (person_id, standing) REFERENCES register.person(person_id, standing) ON UPDATE CASCADE ON DELETE RESTRICT,
    constraint merge_owner CHECK (((num_nonnulls(person_id, organisation_id) = 1) AND ((person_id IS NULL) = (standing IS NULL))))
);
CREATE INDEX merge_gone ON register.merge USING btree (gone_id);
CREATE INDEX merge_organisation ON register.merge USING btree (organisation_id, merged_at DESC);
CREATE INDEX merge_person ON register.merge USING btree (person_id, merged_at DESC);
CREATE INDEX merge_undo_until ON register.merge USING btree (undo_until) WHERE (undo IS NOT NULL);

create table register.note (
    note_id uuid not null,
    version integer not null default 1,
    person_id uuid,
    standing smallint,
    organisation_id uuid,
    kind text not null,
    text text not null,
    at timestamp with time zone not null,
    due_on date,
    done_at timestamp with time zone,
    pinned_at timestamp with time zone,
    written_by uuid,
    written_by_name text not null,
    import_id uuid,
    created_at timestamp with time zone not null,
    owner_by uuid,
    constraint note_pk PRIMARY KEY (note_id),
    constraint note_of_organisation FOREIGN KEY (organisation_id) REFERENCES register.organisation(organisation_id) ON DELETE RESTRICT,
    constraint note_of_person FOREIGN KEY (person_id, standing) REFERENCES register.person(person_id, standing) ON UPDATE CASCADE ON DELETE RESTRICT,
    constraint note_kind CHECK ((kind = ANY (ARRAY['note'::text, 'call'::text, 'meeting'::text, 'mail'::text, 'task'::text]))),
    constraint note_owner CHECK (((num_nonnulls(person_id, organisation_id) >= 1) AND ((person_id IS NULL) = (standing IS NULL))))
);
CREATE INDEX note_entrusted ON register.note USING btree (owner_by, due_on) WHERE ((kind = 'task'::text) AND (done_at IS NULL) AND (owner_by IS NOT NULL));
CREATE INDEX note_import ON register.note USING btree (import_id);
CREATE INDEX note_open_task ON register.note USING btree (due_on) WHERE ((kind = 'task'::text) AND (done_at IS NULL));
CREATE INDEX note_organisation ON register.note USING btree (organisation_id, at DESC, note_id) WHERE (organisation_id IS NOT NULL);
CREATE INDEX note_person ON register.note USING btree (person_id, standing, at DESC, note_id);

create table register.organisation (
    organisation_id uuid not null,
    version integer not null default 1,
    name text not null,
    name_folded text not null,
    search_words text not null,
    business_id text,
    vat_id text,
    website text,
    domain text,
    segment text,
    einvoice_address text,
    einvoice_operator text,
    owner_by uuid,
    source text not null,
    source_detail text,
    sourced_on date not null,
    import_id uuid,
    created_at timestamp with time zone not null,
    changed_at timestamp with time zone not null,
    merged_into uuid,
    alone_since date,
    constraint organisation_pk PRIMARY KEY (organisation_id),
    constraint organisation_owner FOREIGN KEY (owner_by) REFERENCES staff.account(account_id)
);
CREATE INDEX organisation_alone ON register.organisation USING btree (alone_since) WHERE (alone_since IS NOT NULL);
CREATE INDEX organisation_business_id ON register.organisation USING btree (business_id);
CREATE INDEX organisation_changed ON register.organisation USING btree (changed_at, organisation_id);
CREATE INDEX organisation_domain ON register.organisation USING btree (domain);
CREATE INDEX organisation_import ON register.organisation USING btree (import_id);
CREATE INDEX organisation_merged ON register.organisation USING btree (merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX organisation_name ON register.organisation USING btree (name COLLATE "fi-x-icu", organisation_id);
CREATE INDEX organisation_name_folded ON register.organisation USING btree (name_folded);
CREATE INDEX organisation_owner_by ON register.organisation USING btree (owner_by);
CREATE INDEX organisation_owner_name ON register.organisation USING btree (owner_by, name COLLATE "fi-x-icu");
CREATE INDEX organisation_search ON register.organisation USING gin (search_words extensions.gin_trgm_ops);
CREATE INDEX organisation_search_start ON register.organisation USING btree (substr(search_words, 2, 24) COLLATE "C" text_pattern_ops);

create table register.organisation_ban (
    organisation_ban_id uuid not null,
    organisation_id uuid,
    domain text not null,
    since_at timestamp with time zone not null,
    reason text not null,
    asked_by text not null,
    made_by uuid,
    made_by_name text not null,
    lifted_at timestamp with time zone,
    lifted_by uuid,
    lifted_by_name text,
    lifted_for text,
    constraint organisation_ban_pk PRIMARY KEY (organisation_ban_id),
    constraint organisation_ban_organisation FOREIGN KEY (organisation_id) REFERENCES register.organisation(organisation_id) ON DELETE RESTRICT
);
CREATE INDEX organisation_ban_of ON register.organisation_ban USING btree (organisation_id, since_at DESC);
CREATE UNIQUE INDEX organisation_ban_in_force ON register.organisation_ban USING btree (domain) WHERE (lifted_at IS NULL);

create table register.organisation_tag (
    organisation_id uuid not null,
    tag text not null,
    constraint organisation_tag_pk PRIMARY KEY (organisation_id, tag),
    constraint organisation_tag_organisation FOREIGN KEY (organisation_id) REFERENCES register.organisation(organisation_id) ON DELETE RESTRICT
);
CREATE INDEX organisation_tag_tag ON register.organisation_tag USING btree (tag, organisation_id);

create table register.partial_restriction (
    person_id uuid not null,
    category text not null,
    request_id uuid not null,
    since_at timestamp with time zone not null,
    standing_bit smallint not null,
    constraint partial_restriction_pk PRIMARY KEY (person_id, category, request_id),
    constraint partial_restriction_person FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT,
    constraint partial_restriction_bit CHECK (((((standing_bit)::integer & 31) = 0) AND (((standing_bit)::integer & (standing_bit - 1)) = 0)))
);
CREATE TRIGGER partial_restriction_altered AFTER UPDATE ON register.partial_restriction REFERENCING OLD TABLE AS departed NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION register.parts_altered();
CREATE TRIGGER partial_restriction_arrived AFTER INSERT ON register.partial_restriction REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION register.parts_altered();
CREATE TRIGGER partial_restriction_departed AFTER DELETE ON register.partial_restriction REFERENCING OLD TABLE AS departed FOR EACH STATEMENT EXECUTE FUNCTION register.parts_altered();

create table register.person (
    person_id uuid not null,
    standing smallint not null default 0,
    version integer not null default 1,
    name text not null,
    given_name text,
    family_name text,
    sort_name text not null,
    search_words text not null,
    job_title text,
    department text,
    language text,
    owner_by uuid,
    source text not null,
    source_detail text,
    sourced_on date not null,
    sourced_by uuid,
    role_reason text,
    inform_by date,
    informed_at timestamp with time zone,
    last_act_at timestamp with time zone,
    import_id uuid,
    created_at timestamp with time zone not null,
    changed_at timestamp with time zone not null,
    merged_into uuid,
    constraint person_pk PRIMARY KEY (person_id),
    constraint person_standing_key UNIQUE (person_id, standing),
    constraint person_owner FOREIGN KEY (owner_by) REFERENCES staff.account(account_id),
    constraint person_source CHECK ((source = ANY (ARRAY['met-in-person'::text, 'registration'::text, 'service-use'::text, 'own-form'::text, 'email'::text, 'phone'::text, 'contract'::text, 'meeting'::text, 'public-web'::text, 'bought-list'::text, 'visitor-identification'::text, 'other-system'::text]))),
    constraint person_source_detail CHECK (((source <> ALL (ARRAY['public-web'::text, 'bought-list'::text, 'visitor-identification'::text, 'other-system'::text])) OR (source_detail IS NOT NULL))),
    constraint person_standing CHECK (((standing >= 0) AND (standing <= 511)))
);
CREATE INDEX person_changed ON register.person USING btree (changed_at, person_id);
CREATE INDEX person_free ON register.person USING btree (person_id) WHERE ((merged_into IS NULL) AND ((COALESCE((standing)::integer, 0) & 31) = 0));
CREATE INDEX person_import ON register.person USING btree (import_id);
CREATE INDEX person_language ON register.person USING btree (language, sort_name COLLATE "fi-x-icu") WHERE (language IS NOT NULL);
CREATE INDEX person_last_act ON register.person USING btree (last_act_at) WHERE (last_act_at IS NOT NULL);
CREATE INDEX person_merged ON register.person USING btree (merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX person_never_acted ON register.person USING btree (sourced_on) WHERE (last_act_at IS NULL);
CREATE INDEX person_owner_by ON register.person USING btree (owner_by, sort_name COLLATE "fi-x-icu") WHERE (owner_by IS NOT NULL);
CREATE INDEX person_search ON register.person USING gin (search_words extensions.gin_trgm_ops);
CREATE INDEX person_search_start ON register.person USING btree (substr(search_words, 2, 24) COLLATE "C" text_pattern_ops);
CREATE INDEX person_sort_name ON register.person USING btree (sort_name COLLATE "fi-x-icu", person_id);
CREATE INDEX person_source_by ON register.person USING btree (source, sort_name COLLATE "fi-x-icu");
CREATE INDEX person_standing_set ON register.person USING btree (standing) WHERE (standing <> 0);
CREATE INDEX person_untold ON register.person USING btree (inform_by) WHERE ((inform_by IS NOT NULL) AND (informed_at IS NULL));

create table register.person_tag (
    person_id uuid not null,
    standing smallint not null,
    tag text not null,
    constraint person_tag_pk PRIMARY KEY (person_id, tag),
    constraint person_tag_person FOREIGN KEY (person_id, standing) REFERENCES register.person(person_id, standing) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE INDEX person_tag_tag ON register.person_tag USING btree (tag, person_id);

create table register.postal_address (
    postal_address_id uuid not null,
    person_id uuid,
    standing smallint,
    organisation_id uuid,
    label text,
    street text,
    postal_code text,
    city text,
    country text not null,
    source text not null,
    import_id uuid,
    created_at timestamp with time zone not null,
    constraint postal_address_pk PRIMARY KEY (postal_address_id),
    constraint postal_address_of_organisation FOREIGN KEY (organisation_id) REFERENCES register.organisation(organisation_id) ON DELETE RESTRICT,
    constraint postal_address_of_person FOREIGN KEY (person_id, standing) REFERENCES register.person(person_id, standing) ON UPDATE CASCADE ON DELETE RESTRICT,
    constraint postal_address_owner CHECK (((num_nonnulls(person_id, organisation_id) >= 1) AND ((person_id IS NULL) = (standing IS NULL))))
);
CREATE INDEX postal_address_import ON register.postal_address USING btree (import_id);
CREATE INDEX postal_address_organisation ON register.postal_address USING btree (organisation_id) WHERE (organisation_id IS NOT NULL);
CREATE INDEX postal_address_person ON register.postal_address USING btree (person_id, standing);

create table register.retired_field (
    custom_field_id uuid not null,
    entity text not null,
    name text not null,
    kind text not null,
    category text not null,
    key text not null,
    retired_at timestamp with time zone not null,
    constraint retired_field_pk PRIMARY KEY (custom_field_id),
    constraint retired_field_key_once UNIQUE (key)
);

create table register.saved_view (
    saved_view_id uuid not null,
    account_id uuid not null,
    entity text not null,
    name text not null,
    query text not null,
    shared boolean not null default false,
    created_at timestamp with time zone not null,
    constraint saved_view_pk PRIMARY KEY (saved_view_id),
    constraint saved_view_account FOREIGN KEY (account_id) REFERENCES staff.account(account_id) ON DELETE CASCADE
);
CREATE INDEX saved_view_entity ON register.saved_view USING btree (entity, account_id);

create table responses.crowd (
    crowd_id uuid not null,
    campaign_id uuid not null,
    subject_no integer not null,
    language text not null,
    segment text not null,
    people integer not null,
    made_at timestamp with time zone not null,
    counted_language text not null default ''::text,
    counted_segment text not null default ''::text,
    constraint crowd_pk PRIMARY KEY (crowd_id),
    constraint crowd_once UNIQUE (campaign_id, subject_no, language, segment),
    constraint crowd_campaign FOREIGN KEY (campaign_id) REFERENCES marketing.campaign(campaign_id)
);

create table responses.link (
    link_id uuid not null,
    campaign_id uuid not null,
    position integer not null,
    url text not null,
    languages text not null,
    constraint link_pk PRIMARY KEY (link_id),
    constraint link_position UNIQUE (campaign_id, "position"),
    constraint link_campaign FOREIGN KEY (campaign_id) REFERENCES marketing.campaign(campaign_id)
);

create table responses.repeat (
    campaign_id uuid not null,
    first_id uuid not null,
    unknown_too boolean not null,
    made_at timestamp with time zone not null,
    constraint repeat_pk PRIMARY KEY (campaign_id),
    constraint repeat_campaign FOREIGN KEY (campaign_id) REFERENCES marketing.campaign(campaign_id),
    constraint repeat_first FOREIGN KEY (first_id) REFERENCES marketing.campaign(campaign_id)
);
CREATE INDEX repeat_of_first ON responses.repeat USING btree (first_id);

create table responses.response (
    response_id uuid not null,
    trace_id uuid not null,
    campaign_id uuid not null,
    person_id uuid not null,
    standing smallint not null,
    kind text not null,
    about text,
    rule text not null,
    at timestamp with time zone not null,
    constraint response_pk PRIMARY KEY (response_id),
    constraint response_person FOREIGN KEY (person_id, standing) REFERENCES register.person(person_id, standing) ON UPDATE CASCADE ON DELETE RESTRICT,
    constraint response_trace FOREIGN KEY (trace_id) REFERENCES responses.trace(trace_id),
    constraint response_kind CHECK ((kind = ANY (ARRAY['opened'::text, 'clicked'::text, 'machine-opened'::text, 'machine-clicked'::text]))),
    constraint response_rule CHECK ((rule = ANY (ARRAY['none'::text, 'head'::text, 'scanner'::text, 'no-agent'::text, 'apple'::text, 'proxy'::text, 'at-once'::text, 'all-links'::text, 'trap'::text])))
);
CREATE INDEX response_at ON responses.response USING btree (at);
CREATE INDEX response_of_person ON responses.response USING btree (person_id, standing, at);
CREATE INDEX response_of_trace ON responses.response USING btree (trace_id);

create table responses.shared (
    token_print bytea not null,
    crowd_id uuid not null,
    made_at timestamp with time zone not null,
    constraint shared_pk PRIMARY KEY (token_print),
    constraint shared_crowd FOREIGN KEY (crowd_id) REFERENCES responses.crowd(crowd_id)
);
CREATE INDEX shared_of_crowd ON responses.shared USING btree (crowd_id);

create table responses.tally (
    tally_id uuid not null,
    campaign_id uuid not null,
    aspect text not null,
    part text not null,
    kind text not null,
    many bigint not null,
    constraint tally_pk PRIMARY KEY (tally_id),
    constraint tally_campaign FOREIGN KEY (campaign_id) REFERENCES marketing.campaign(campaign_id),
    constraint tally_aspect CHECK ((aspect = ANY (ARRAY['all'::text, 'link'::text, 'hour'::text, 'language'::text, 'segment'::text, 'subject'::text, 'rule'::text]))),
    constraint tally_kind CHECK ((kind = ANY (ARRAY['opened'::text, 'clicked'::text, 'machine-opened'::text, 'machine-clicked'::text, 'known'::text, 'opener'::text, 'clicker'::text])))
);
CREATE INDEX tally_of_campaign ON responses.tally USING btree (campaign_id, aspect, part, kind);

create table responses.trace (
    trace_id uuid not null,
    token_print bytea not null,
    campaign_id uuid not null,
    crowd_id uuid not null,
    person_id uuid,
    standing smallint,
    made_at timestamp with time zone not null,
    opens integer not null default 0,
    clicks integer not null default 0,
    constraint trace_pk PRIMARY KEY (trace_id),
    constraint trace_once UNIQUE (token_print),
    constraint trace_campaign FOREIGN KEY (campaign_id) REFERENCES marketing.campaign(campaign_id),
    constraint trace_crowd FOREIGN KEY (crowd_id) REFERENCES responses.crowd(crowd_id),
    constraint trace_person FOREIGN KEY (person_id, standing) REFERENCES register.person(person_id, standing) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE INDEX trace_made ON responses.trace USING btree (made_at);
CREATE INDEX trace_of_campaign ON responses.trace USING btree (campaign_id, person_id);
CREATE INDEX trace_of_person ON responses.trace USING btree (person_id, standing);

create table responses.trial (
    campaign_id uuid not null,
    version integer not null default 1,
    share integer not null,
    hours integer not null,
    begun_at timestamp with time zone,
    due_at timestamp with time zone,
    decided_at timestamp with time zone,
    winner_no integer,
    decided_by text,
    constraint trial_pk PRIMARY KEY (campaign_id),
    constraint trial_campaign FOREIGN KEY (campaign_id) REFERENCES marketing.campaign(campaign_id),
    constraint trial_decided_by CHECK ((decided_by = ANY (ARRAY['clicks'::text, 'opens'::text, 'tie'::text, 'nothing'::text, 'everybody'::text]))),
    constraint trial_hours CHECK (((hours >= 1) AND (hours <= 168))),
    constraint trial_share CHECK (((share >= 10) AND (share <= 100)))
);
CREATE INDEX trial_due ON responses.trial USING btree (due_at) WHERE (decided_at IS NULL);

create table responses.trial_subject (
    trial_subject_id uuid not null,
    campaign_id uuid not null,
    subject_no integer not null,
    language text not null,
    words text not null,
    people integer not null default 0,
    constraint trial_subject_pk PRIMARY KEY (trial_subject_id),
    constraint trial_subject_once UNIQUE (campaign_id, subject_no, language),
    constraint trial_subject_trial FOREIGN KEY (campaign_id) REFERENCES responses.trial(campaign_id)
);

create table retention.hold (
    hold_id uuid not null,
    kind text not null,
    person_id uuid,
    organisation_id uuid,
    category text,
    reason text not null,
    until_on date not null,
    made_at timestamp with time zone not null,
    made_by uuid,
    made_by_name text not null,
    lifted_at timestamp with time zone,
    lifted_by uuid,
    constraint hold_pk PRIMARY KEY (hold_id),
    constraint hold_of_organisation FOREIGN KEY (organisation_id) REFERENCES register.organisation(organisation_id) ON DELETE RESTRICT,
    constraint hold_of_person FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT,
    constraint hold_kind CHECK ((kind = ANY (ARRAY['person'::text, 'organisation'::text, 'category'::text]))),
    constraint hold_of_one CHECK ((((kind = 'person'::text) = (person_id IS NOT NULL)) AND ((kind = 'organisation'::text) = (organisation_id IS NOT NULL)) AND ((kind <> 'category'::text) OR (category IS NOT NULL))))
);
CREATE INDEX hold_organisation ON retention.hold USING btree (organisation_id) WHERE (organisation_id IS NOT NULL);
CREATE INDEX hold_person ON retention.hold USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX hold_until ON retention.hold USING btree (until_on);

create table retention.preview (
    preview_id uuid not null,
    on_day date not null,
    notice_version integer not null,
    counted_at timestamp with time zone not null,
    content text not null,
    constraint preview_pk PRIMARY KEY (preview_id)
);

create table retention.removed (
    on_day date not null,
    category text not null,
    row_count bigint not null,
    constraint removed_pk PRIMARY KEY (on_day, category),
    constraint removed_in_run FOREIGN KEY (on_day) REFERENCES retention.run(on_day)
);

create table retention.run (
    run_id uuid not null,
    on_day date not null,
    started_at timestamp with time zone not null,
    last_at timestamp with time zone not null,
    finished_at timestamp with time zone,
    people bigint not null default 0,
    stopped bigint not null default 0,
    shells bigint not null default 0,
    constraint run_pk PRIMARY KEY (run_id),
    constraint run_once_a_day UNIQUE (on_day)
);

create table retention.withheld (
    withheld_id uuid not null,
    person_id uuid not null,
    since_at timestamp with time zone not null,
    constraint withheld_pk PRIMARY KEY (withheld_id),
    constraint withheld_person FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT
);
CREATE INDEX withheld_of_person ON retention.withheld USING btree (person_id);

create table rights.arrival (
    arrival_id uuid not null,
    message_id uuid not null,
    state text not null,
    guess text,
    received_on date not null,
    request_id uuid,
    reason text,
    decided_at timestamp with time zone,
    decided_by uuid,
    constraint arrival_pk PRIMARY KEY (arrival_id),
    constraint arrival_once UNIQUE (message_id),
    constraint arrival_message FOREIGN KEY (message_id) REFERENCES mailbox.message(message_id),
    constraint arrival_request FOREIGN KEY (request_id) REFERENCES rights.request(request_id),
    constraint arrival_state CHECK ((state = ANY (ARRAY['waiting'::text, 'taken'::text, 'joined'::text, 'set-aside'::text])))
);
CREATE INDEX arrival_newest ON rights.arrival USING btree (state, arrival_id DESC);
CREATE INDEX arrival_of_request ON rights.arrival USING btree (request_id);
CREATE INDEX arrival_waiting ON rights.arrival USING btree (received_on, arrival_id) WHERE (state = 'waiting'::text);

create table rights.balancing (
    balancing_id uuid not null,
    request_id uuid not null,
    outcome text not null,
    reasons text,
    made_at timestamp with time zone not null,
    made_by uuid,
    constraint balancing_pk PRIMARY KEY (balancing_id),
    constraint balancing_once UNIQUE (request_id),
    constraint balancing_request FOREIGN KEY (request_id) REFERENCES rights.request(request_id),
    constraint balancing_outcome CHECK ((outcome = ANY (ARRAY['upheld'::text, 'overridden'::text])))
);

create table rights.candidate (
    candidate_id uuid not null,
    request_id uuid not null,
    person_id uuid not null,
    usage text not null,
    constraint candidate_pk PRIMARY KEY (candidate_id),
    constraint candidate_once UNIQUE (request_id, person_id),
    constraint candidate_request FOREIGN KEY (request_id) REFERENCES rights.request(request_id)
);
CREATE INDEX candidate_person ON rights.candidate USING btree (person_id);

create table rights.certificate (
    certificate_id uuid not null,
    request_id uuid not null,
    content text not null,
    hits integer not null,
    made_at timestamp with time zone not null,
    second_hits integer,
    second_at timestamp with time zone,
    constraint certificate_pk PRIMARY KEY (certificate_id),
    constraint certificate_once UNIQUE (request_id),
    constraint certificate_request FOREIGN KEY (request_id) REFERENCES rights.request(request_id)
);

create table rights.enclosure (
    enclosure_id uuid not null,
    request_id uuid not null,
    blob_id uuid not null,
    name text not null,
    media_type text not null,
    bytes bigint not null,
    added_at timestamp with time zone not null,
    added_by uuid,
    constraint enclosure_pk PRIMARY KEY (enclosure_id),
    constraint enclosure_request FOREIGN KEY (request_id) REFERENCES rights.request(request_id)
);
CREATE INDEX enclosure_of_request ON rights.enclosure USING btree (request_id);
CREATE TRIGGER enclosure_removed AFTER DELETE ON rights.enclosure REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION store.files_go_too();

create table rights.erasure (
    erasure_id uuid not null,
    request_id uuid not null,
    counts text not null,
    forbidden integer not null,
    sealed bytea,
    letter_id uuid,
    erased_at timestamp with time zone not null,
    constraint erasure_pk PRIMARY KEY (erasure_id),
    constraint erasure_once UNIQUE (request_id),
    constraint erasure_request FOREIGN KEY (request_id) REFERENCES rights.request(request_id)
);

create table rights.extension (
    extension_id uuid not null,
    request_id uuid not null,
    reason text not null,
    told_on date not null,
    made_at timestamp with time zone not null,
    made_by uuid,
    constraint extension_pk PRIMARY KEY (extension_id),
    constraint extension_once UNIQUE (request_id),
    constraint extension_request FOREIGN KEY (request_id) REFERENCES rights.request(request_id)
);

create table rights.identity_code (
    code_id uuid not null,
    request_id uuid not null,
    aim text not null,
    code_print bytea not null,
    tries integer not null,
    made_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    used_at timestamp with time zone,
    constraint identity_code_pk PRIMARY KEY (code_id),
    constraint identity_code_request FOREIGN KEY (request_id) REFERENCES rights.request(request_id),
    constraint identity_code_aim CHECK ((aim = ANY (ARRAY['identity'::text, 'download'::text])))
);
CREATE INDEX identity_code_of_request ON rights.identity_code USING btree (request_id, made_at);

create table rights.journal_line (
    seq bigint not null,
    hash text not null,
    request_id uuid not null,
    written_at timestamp with time zone not null,
    constraint journal_line_pk PRIMARY KEY (seq)
);
CREATE INDEX journal_line_request ON rights.journal_line USING btree (request_id);

create table rights.link (
    link_print bytea not null,
    request_id uuid not null,
    aim text not null,
    made_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    constraint link_pk PRIMARY KEY (link_print),
    constraint link_request FOREIGN KEY (request_id) REFERENCES rights.request(request_id),
    constraint link_aim CHECK ((aim = ANY (ARRAY['code'::text, 'own'::text, 'answer'::text])))
);
CREATE INDEX link_of_request ON rights.link USING btree (request_id);

create table rights.number_series (
    year integer not null,
    last_number integer not null,
    constraint number_series_pk PRIMARY KEY (year)
);

create table rights.package (
    package_id uuid not null,
    request_id uuid not null,
    bytes bigint not null,
    sha256 bytea not null,
    items bigint not null,
    made_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    downloaded_at timestamp with time zone,
    constraint package_pk PRIMARY KEY (package_id),
    constraint package_once UNIQUE (request_id),
    constraint package_request FOREIGN KEY (request_id) REFERENCES rights.request(request_id)
);

create table rights.part (
    part_id uuid not null,
    request_id uuid not null,
    category text not null,
    constraint part_pk PRIMARY KEY (part_id),
    constraint part_once UNIQUE (request_id, category),
    constraint part_request FOREIGN KEY (request_id) REFERENCES rights.request(request_id)
);

create table rights.recipient_task (
    task_id uuid not null,
    request_id uuid not null,
    recipient text not null,
    state text not null,
    evidence text,
    made_at timestamp with time zone not null,
    done_at timestamp with time zone,
    done_by uuid,
    constraint recipient_task_pk PRIMARY KEY (task_id),
    constraint recipient_task_once UNIQUE (request_id, recipient),
    constraint recipient_task_request FOREIGN KEY (request_id) REFERENCES rights.request(request_id),
    constraint recipient_task_state CHECK ((state = ANY (ARRAY['open'::text, 'failed'::text, 'skipped'::text, 'done'::text])))
);

create table rights.redaction (
    redaction_id uuid not null,
    request_id uuid not null,
    place text not null,
    row_key text not null,
    field text not null,
    state text not null,
    reason text,
    made_at timestamp with time zone not null,
    decided_at timestamp with time zone,
    decided_by uuid,
    constraint redaction_pk PRIMARY KEY (redaction_id),
    constraint redaction_once UNIQUE (request_id, place, row_key, field),
    constraint redaction_request FOREIGN KEY (request_id) REFERENCES rights.request(request_id),
    constraint redaction_state CHECK ((state = ANY (ARRAY['marked'::text, 'left-out'::text, 'released'::text])))
);

create table rights.refusal (
    refusal_id uuid not null,
    request_id uuid not null,
    ground text not null,
    reason text,
    made_at timestamp with time zone not null,
    made_by uuid,
    constraint refusal_pk PRIMARY KEY (refusal_id),
    constraint refusal_once UNIQUE (request_id),
    constraint refusal_request FOREIGN KEY (request_id) REFERENCES rights.request(request_id)
);

create table rights.repetition (
    request_id uuid not null,
    earlier_id uuid not null,
    linked_at timestamp with time zone not null,
    linked_by uuid,
    constraint repetition_pk PRIMARY KEY (request_id),
    constraint repetition_earlier FOREIGN KEY (earlier_id) REFERENCES rights.request(request_id),
    constraint repetition_request FOREIGN KEY (request_id) REFERENCES rights.request(request_id)
);
CREATE INDEX repetition_of_earlier ON rights.repetition USING btree (earlier_id);

create table rights.request (
    request_id uuid not null,
    number text not null,
    kind text not null,
    state text not null,
    channel text not null,
    person_id uuid,
    email text,
    name text,
    words text,
    language text not null,
    received_on date not null,
    received_at timestamp with time zone not null,
    matched_at timestamp with time zone,
    proved_how text,
    proved_at timestamp with time zone,
    proved_by uuid,
    proof_note text,
    decided_at timestamp with time zone,
    decided_by uuid,
    answered_at timestamp with time zone,
    closed_at timestamp with time zone,
    constraint request_pk PRIMARY KEY (request_id),
    constraint request_number_once UNIQUE (number),
    constraint request_channel CHECK ((channel = ANY (ARRAY['public-page'::text, 'own-page'::text, 'staff'::text, 'program'::text, 'journal'::text, 'mail'::text]))),
    constraint request_kind CHECK ((kind = ANY (ARRAY['access'::text, 'rectification'::text, 'erasure'::text, 'restriction'::text, 'portability'::text, 'objection'::text, 'marketing-ban'::text, 'withdrawal'::text]))),
    constraint request_language CHECK ((language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text]))),
    constraint request_proved_how CHECK ((proved_how = ANY (ARRAY['code'::text, 'attested'::text, 'letter'::text]))),
    constraint request_state CHECK ((state = ANY (ARRAY['received'::text, 'identity'::text, 'collecting'::text, 'review'::text, 'answered-partly'::text, 'closed'::text, 'refused'::text, 'withdrawn'::text])))
);
CREATE INDEX request_email ON rights.request USING btree (email, received_at) WHERE (email IS NOT NULL);
CREATE INDEX request_newest ON rights.request USING btree (request_id DESC);
CREATE INDEX request_open ON rights.request USING btree (received_on, request_id) WHERE (closed_at IS NULL);
CREATE INDEX request_person ON rights.request USING btree (person_id);

create table rights.restriction (
    restriction_id uuid not null,
    request_id uuid not null,
    person_id uuid not null,
    ground text not null,
    since_at timestamp with time zone not null,
    lifted_at timestamp with time zone,
    lifted_by uuid,
    lifted_for text,
    constraint restriction_pk PRIMARY KEY (restriction_id),
    constraint restriction_once UNIQUE (request_id),
    constraint restriction_request FOREIGN KEY (request_id) REFERENCES rights.request(request_id),
    constraint restriction_ground CHECK ((ground = ANY (ARRAY['restriction'::text, 'objection'::text])))
);
CREATE INDEX restriction_person ON rights.restriction USING btree (person_id);

create table rights.sent_letter (
    letter_id uuid not null,
    request_id uuid not null,
    constraint sent_letter_pk PRIMARY KEY (letter_id),
    constraint sent_letter_request FOREIGN KEY (request_id) REFERENCES rights.request(request_id)
);
CREATE INDEX sent_letter_of_request ON rights.sent_letter USING btree (request_id);

create table rights.step (
    step_id uuid not null,
    request_id uuid not null,
    name text not null,
    done_at timestamp with time zone not null,
    constraint step_pk PRIMARY KEY (step_id),
    constraint step_once UNIQUE (request_id, name),
    constraint step_request FOREIGN KEY (request_id) REFERENCES rights.request(request_id)
);

create table rights.suspension (
    suspension_id uuid not null,
    request_id uuid not null,
    reason text not null,
    asked_on date not null,
    answered_on date,
    late_for_cause boolean not null,
    made_at timestamp with time zone not null,
    made_by uuid,
    constraint suspension_pk PRIMARY KEY (suspension_id),
    constraint suspension_request FOREIGN KEY (request_id) REFERENCES rights.request(request_id),
    constraint suspension_answered_after CHECK ((answered_on >= asked_on))
);
CREATE INDEX suspension_of_request ON rights.suspension USING btree (request_id);
CREATE UNIQUE INDEX suspension_open_once ON rights.suspension USING btree (request_id) WHERE (answered_on IS NULL);

create table senders.finding (
    sender_id uuid not null,
    kind text not null,
    passed boolean not null,
    code text not null,
    answer text,
    looked_at timestamp with time zone not null,
    constraint finding_pk PRIMARY KEY (sender_id, kind),
    constraint finding_of_sender FOREIGN KEY (sender_id) REFERENCES senders.sender(sender_id) ON DELETE CASCADE,
    constraint finding_kind CHECK ((kind = ANY (ARRAY['spf'::text, 'dkim'::text, 'dmarc'::text])))
);

create table senders.hook (
    sender_id uuid not null,
    provider text not null,
    topic text,
    sealed_secret bytea not null,
    heard_at timestamp with time zone,
    constraint hook_pk PRIMARY KEY (sender_id),
    constraint hook_of_sender FOREIGN KEY (sender_id) REFERENCES senders.sender(sender_id) ON DELETE CASCADE,
    constraint hook_provider CHECK ((provider = ANY (ARRAY['ses'::text, 'postmark'::text, 'mailgun'::text]))),
    constraint hook_topic CHECK (((topic IS NOT NULL) = (provider = 'ses'::text)))
);

create table senders.minute (
    pool_id uuid not null,
    domain text not null,
    minute_at timestamp with time zone not null,
    messages integer not null,
    constraint minute_pk PRIMARY KEY (pool_id, domain, minute_at),
    constraint minute_of_pool FOREIGN KEY (pool_id) REFERENCES senders.pool(pool_id) ON DELETE CASCADE
);

create table senders.pause (
    pool_id uuid not null,
    domain text not null,
    strikes integer not null,
    until_at timestamp with time zone not null,
    constraint pause_pk PRIMARY KEY (pool_id, domain),
    constraint pause_of_pool FOREIGN KEY (pool_id) REFERENCES senders.pool(pool_id) ON DELETE CASCADE
);

create table senders.pool (
    pool_id uuid not null,
    version integer not null default 1,
    name text not null,
    lines integer not null,
    per_minute integer not null,
    domain_per_minute integer not null,
    made_at timestamp with time zone not null,
    made_by uuid,
    changed_at timestamp with time zone not null,
    constraint pool_pk PRIMARY KEY (pool_id),
    constraint pool_lines CHECK (((lines >= 0) AND (lines <= 50))),
    constraint pool_pace CHECK ((((per_minute >= 0) AND (per_minute <= 100000)) AND ((domain_per_minute >= 0) AND (domain_per_minute <= 100000))))
);

create table senders.sender (
    sender_id uuid not null,
    version integer not null default 1,
    name text not null,
    address text not null,
    reply_to text,
    domain text not null,
    selector text not null,
    public_key text not null,
    sealed_key bytea not null,
    return_to text,
    spf text,
    made_at timestamp with time zone not null,
    made_by uuid,
    changed_at timestamp with time zone not null,
    pool_id uuid,
    constraint sender_pk PRIMARY KEY (sender_id),
    constraint sender_pool FOREIGN KEY (pool_id) REFERENCES senders.pool(pool_id)
);
CREATE INDEX sender_pool_id ON senders.sender USING btree (pool_id);

create table senders.server (
    server_id uuid not null,
    pool_id uuid not null,
    host text not null,
    port integer not null,
    login text,
    sealed_password bytea,
    made_at timestamp with time zone not null,
    failures integer not null default 0,
    trouble text,
    rests_until timestamp with time zone,
    taken bigint not null default 0,
    taken_at timestamp with time zone,
    constraint server_pk PRIMARY KEY (server_id),
    constraint server_of_pool FOREIGN KEY (pool_id) REFERENCES senders.pool(pool_id) ON DELETE CASCADE,
    constraint server_port CHECK (((port >= 0) AND (port <= 65535)))
);
CREATE INDEX server_of_pool_id ON senders.server USING btree (pool_id, made_at);

create table staff.account (
    account_id uuid not null,
    version integer not null default 1,
    email text not null,
    name text not null,
    password_hash text,
    totp_secret bytea,
    language text not null,
    zone text not null,
    created_at timestamp with time zone not null,
    disabled_at timestamp with time zone,
    theme text,
    password_changed_at timestamp with time zone,
    totp_pending bytea,
    totp_step bigint,
    constraint account_pk PRIMARY KEY (account_id),
    constraint account_language CHECK ((language = ANY (ARRAY['en'::text, 'fi'::text, 'sv'::text]))),
    constraint account_theme CHECK ((theme = ANY (ARRAY['light'::text, 'dark'::text])))
);
CREATE UNIQUE INDEX account_email_once ON staff.account USING btree (email);

create table staff.challenge (
    challenge_print bytea not null,
    bound_to text not null,
    expires_at timestamp with time zone not null,
    constraint challenge_pk PRIMARY KEY (challenge_print)
);

create table staff.link (
    link_print bytea not null,
    account_id uuid not null,
    kind text not null,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    used_at timestamp with time zone,
    constraint link_pk PRIMARY KEY (link_print),
    constraint link_account FOREIGN KEY (account_id) REFERENCES staff.account(account_id) ON DELETE CASCADE,
    constraint link_kind CHECK ((kind = ANY (ARRAY['sign-in'::text, 'invitation'::text, 'password'::text])))
);

create table staff.passkey (
    credential_id bytea not null,
    account_id uuid not null,
    label text not null,
    public_key bytea not null,
    signature_count bigint not null,
    verifies_user boolean not null,
    transports text[] not null,
    backup_eligible boolean not null,
    backup_state boolean not null,
    created_at timestamp with time zone not null,
    used_at timestamp with time zone not null,
    attestation bytea not null,
    constraint passkey_pk PRIMARY KEY (credential_id),
    constraint passkey_account FOREIGN KEY (account_id) REFERENCES staff.account(account_id) ON DELETE CASCADE
);
CREATE INDEX passkey_of_account ON staff.passkey USING btree (account_id);

create table staff.permission (
    account_id uuid not null,
    purpose text not null,
    action text not null,
    scope text not null,
    constraint permission_pk PRIMARY KEY (account_id, purpose, action),
    constraint permission_account FOREIGN KEY (account_id) REFERENCES staff.account(account_id) ON DELETE CASCADE,
    constraint permission_action CHECK ((action = ANY (ARRAY['see'::text, 'change'::text, 'export'::text, 'manage'::text]))),
    constraint permission_scope CHECK ((scope = ANY (ARRAY['all'::text, 'team'::text, 'own'::text])))
);

create table staff.recovery_code (
    account_id uuid not null,
    code_print bytea not null,
    used_at timestamp with time zone,
    constraint recovery_code_pk PRIMARY KEY (account_id, code_print),
    constraint recovery_code_account FOREIGN KEY (account_id) REFERENCES staff.account(account_id) ON DELETE CASCADE
);

create table staff.reply (
    token_id uuid not null,
    key_print bytea not null,
    request_print bytea not null,
    status smallint,
    sealed bytea,
    begun_at timestamp with time zone not null,
    kept_until timestamp with time zone not null,
    constraint reply_pk PRIMARY KEY (token_id, key_print),
    constraint reply_token FOREIGN KEY (token_id) REFERENCES staff.token(token_id) ON DELETE CASCADE
);
CREATE INDEX reply_kept_until ON staff.reply USING btree (kept_until);

create table staff.session (
    session_print bytea not null,
    account_id uuid not null,
    csrf text not null,
    second_factor_at timestamp with time zone,
    created_at timestamp with time zone not null,
    seen_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    session_id uuid not null default gen_random_uuid(),
    awaits_factor boolean not null default false,
    how text not null default 'password'::text,
    browser text not null default ''::text,
    constraint session_pk PRIMARY KEY (session_print),
    constraint session_id_once UNIQUE (session_id),
    constraint session_account FOREIGN KEY (account_id) REFERENCES staff.account(account_id) ON DELETE CASCADE,
    constraint session_how CHECK ((how = ANY (ARRAY['password'::text, 'passkey'::text, 'link'::text, 'directory'::text])))
);
CREATE INDEX session_expires_at ON staff.session USING btree (expires_at);
CREATE INDEX session_of_account ON staff.session USING btree (account_id);

create table staff.team (
    team_id uuid not null,
    name text not null,
    constraint team_pk PRIMARY KEY (team_id),
    constraint team_name_once UNIQUE (name)
);

create table staff.team_member (
    team_id uuid not null,
    account_id uuid not null,
    constraint team_member_pk PRIMARY KEY (team_id, account_id),
    constraint team_member_account FOREIGN KEY (account_id) REFERENCES staff.account(account_id) ON DELETE CASCADE,
    constraint team_member_team FOREIGN KEY (team_id) REFERENCES staff.team(team_id) ON DELETE CASCADE
);

create table staff.throttle (
    throttle_print bytea not null,
    attempts integer not null,
    last_at timestamp with time zone not null,
    free_at timestamp with time zone not null,
    constraint throttle_pk PRIMARY KEY (throttle_print)
);

create table staff.token (
    token_id uuid not null,
    token_print bytea not null,
    name text not null,
    purposes text[] not null,
    created_by uuid,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone,
    last_used_at timestamp with time zone,
    constraint token_pk PRIMARY KEY (token_id),
    constraint token_print_once UNIQUE (token_print)
);

create table store.blob (
    blob_id uuid not null,
    person_id uuid,
    organisation_id uuid,
    name text not null,
    media_type text not null,
    bytes bigint not null,
    sha256 bytea not null,
    extracted_text text,
    created_at timestamp with time zone not null,
    constraint blob_pk PRIMARY KEY (blob_id)
);
CREATE INDEX blob_person ON store.blob USING btree (person_id);
CREATE TRIGGER blob_removed AFTER DELETE ON store.blob REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION store.ask_for_removal();

create table store.blob_removal (
    blob_id uuid not null,
    constraint blob_removal_pk PRIMARY KEY (blob_id)
);

create table store.installation (
    only_one boolean not null default true,
    role_prefix text not null,
    constraint installation_pk PRIMARY KEY (only_one),
    constraint installation_only_one CHECK (only_one)
);

create table store.letter (
    letter_id uuid not null,
    person_id uuid,
    recipient text not null,
    subject text not null,
    body text not null,
    html text,
    kind text not null,
    queued_at timestamp with time zone not null,
    sent_at timestamp with time zone,
    failed_at timestamp with time zone,
    attempts integer not null default 0,
    next_at timestamp with time zone not null,
    error text,
    file_name text,
    file_type text,
    file_text text,
    constraint letter_pk PRIMARY KEY (letter_id),
    constraint letter_file CHECK ((num_nonnulls(file_name, file_type, file_text) = ANY (ARRAY[0, 3])))
);
CREATE INDEX letter_person ON store.letter USING btree (person_id);
CREATE INDEX letter_waiting ON store.letter USING btree (next_at) WHERE ((sent_at IS NULL) AND (failed_at IS NULL));

create table store.migration (
    installed_rank integer not null,
    version character varying(50),
    description character varying(200) not null,
    type character varying(20) not null,
    script character varying(1000) not null,
    checksum integer,
    installed_by character varying(100) not null,
    installed_on timestamp without time zone not null default now(),
    execution_time integer not null,
    success boolean not null,
    constraint migration_pk PRIMARY KEY (installed_rank)
);
CREATE INDEX migration_s_idx ON store.migration USING btree (success);

create table store.scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamp with time zone not null,
    picked boolean not null,
    picked_by text,
    last_success timestamp with time zone,
    last_failure timestamp with time zone,
    consecutive_failures integer,
    last_heartbeat timestamp with time zone,
    version bigint not null,
    priority smallint,
    state text,
    constraint scheduled_tasks_pk PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_execution_time ON store.scheduled_tasks USING btree (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON store.scheduled_tasks USING btree (last_heartbeat);

create table store.setting (
    name text not null,
    value text not null,
    secret boolean not null default false,
    changed_at timestamp with time zone not null,
    changed_by uuid,
    constraint setting_pk PRIMARY KEY (name)
);

create table suppression.entry (
    entry_id uuid not null,
    kind text not null,
    channel text not null,
    strict_print bytea not null,
    canonical_print bytea not null,
    key_version integer not null,
    since_at timestamp with time zone not null,
    reason text not null,
    request_id uuid,
    lifted_at timestamp with time zone,
    lifted_by text,
    constraint entry_pk PRIMARY KEY (entry_id),
    constraint entry_channel CHECK ((channel = ANY (ARRAY['email'::text, 'phone'::text, 'name'::text]))),
    constraint entry_kind CHECK ((kind = ANY (ARRAY['marketing-ban'::text, 'recollection'::text])))
);
CREATE INDEX entry_canonical ON suppression.entry USING btree (canonical_print) WHERE (lifted_at IS NULL);
CREATE INDEX entry_strict ON suppression.entry USING btree (strict_print) WHERE (lifted_at IS NULL);
CREATE TRIGGER entry_arrived AFTER INSERT ON suppression.entry REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION register.guard_banned();

create table webhooks.delivery (
    delivery_id uuid not null,
    webhook_id uuid not null,
    event text not null,
    object_id uuid,
    happened_at timestamp with time zone not null,
    attempts integer not null default 0,
    next_at timestamp with time zone,
    ended_at timestamp with time zone,
    outcome text,
    answer text,
    constraint delivery_pk PRIMARY KEY (delivery_id),
    constraint delivery_of_webhook FOREIGN KEY (webhook_id) REFERENCES webhooks.webhook(webhook_id) ON DELETE CASCADE,
    constraint delivery_ends CHECK ((((ended_at IS NULL) = (outcome IS NULL)) AND ((ended_at IS NULL) = (next_at IS NOT NULL)))),
    constraint delivery_outcome CHECK ((outcome = ANY (ARRAY['delivered'::text, 'withheld'::text, 'refused'::text, 'given-up'::text])))
);
CREATE INDEX delivery_due ON webhooks.delivery USING btree (next_at) WHERE (next_at IS NOT NULL);
CREATE INDEX delivery_ended ON webhooks.delivery USING btree (ended_at) WHERE (ended_at IS NOT NULL);
CREATE INDEX delivery_of ON webhooks.delivery USING btree (webhook_id, happened_at DESC, delivery_id);

create table webhooks.webhook (
    webhook_id uuid not null,
    name text not null,
    url text not null,
    purpose text not null,
    events text[] not null,
    sealed_secret bytea not null,
    made_at timestamp with time zone not null,
    made_by uuid,
    paused_at timestamp with time zone,
    paused_for text,
    failing_since timestamp with time zone,
    old_secret bytea,
    old_until timestamp with time zone,
    constraint webhook_pk PRIMARY KEY (webhook_id),
    constraint webhook_old_secret CHECK (((old_secret IS NULL) = (old_until IS NULL)))
);

CREATE OR REPLACE FUNCTION consents.standing(of_purpose text, of_topic text, moment timestamp with time zone)
 RETURNS TABLE(person_id uuid)
 LANGUAGE sql
 STABLE
AS $function$
    select distinct c.person_id
      from consents.consent c
     where c.purpose = of_purpose and c.topic = of_topic
       and c.given_at <= moment and (c.ends_at is null or c.ends_at > moment)
       and not exists (select 1
                         from consents.consent w
                        where w.person_id = c.person_id and w.purpose = c.purpose and w.topic = c.topic
                          and w.withdrawn_at >= c.given_at and w.withdrawn_at <= moment)
$function$;

CREATE OR REPLACE FUNCTION consents.withdraw(subject uuid, one uuid, of_purposes text[], happened timestamp with time zone, how text, by_kind text, by_staff uuid, for_request uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    update consents.consent c
       set withdrawn_at = happened, ends_at = happened, withdrawn_how = how, withdrawn_by = by_kind, withdrawn_staff = by_staff,
           request_id = for_request
     where c.person_id = subject and c.withdrawn_at is null and (c.ends_at is null or c.ends_at > happened)
       and (of_purposes is null or c.purpose = any (of_purposes))
       and (one is null
            or exists (select 1
                         from consents.consent o
                        where o.consent_id = one and o.person_id = subject and o.purpose = c.purpose and o.topic = c.topic))
 returning c.consent_id
$function$;

CREATE OR REPLACE FUNCTION doors.spend(nonces bytea[], until timestamp with time zone[])
 RETURNS SETOF bytea
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    insert into doors.spent_stamp (nonce, expires_at)
    select s.nonce, s.expires_at
      from unnest(nonces, until) as s (nonce, expires_at)
        on conflict do nothing
 returning nonce
$function$;

CREATE OR REPLACE FUNCTION events.answered(of_participation uuid, answers jsonb, happened timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
    p events.participation;
begin
    select * into strict p from events.participation x where x.participation_id = of_participation;
    delete from events.answer a where a.participation_id = of_participation;
    delete from events.need n where n.participation_id = of_participation;
    insert into events.answer (answer_id, participation_id, person_id, standing, question_id, question, value, given_at)
    select gen_random_uuid(), p.participation_id, p.person_id, p.standing, a ->> 'id', a ->> 'question', a ->> 'value', happened
      from jsonb_array_elements(answers) a
     where a ->> 'agreed' is null;
    insert into events.need (need_id, participation_id, person_id, standing, question, value, agreed_words, agreed_at, event_ends_at)
    select gen_random_uuid(), p.participation_id, p.person_id, p.standing, a ->> 'question', a ->> 'value', a ->> 'agreed', happened, e.ends_at
      from jsonb_array_elements(answers) a
      join events.event e on e.event_id = p.event_id
     where a ->> 'agreed' is not null;
end $function$;

CREATE OR REPLACE FUNCTION events.cancel(of_participation uuid, by_whom text, happened timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
    perform 1
       from events.event e
       join events.participation x on x.event_id = e.event_id
      where x.participation_id = of_participation
        for update of e;
    update events.participation x
       set state = 'cancelled', ended_at = happened, ended_by = by_whom, attended_at = null, attended_staff = null
     where x.participation_id = of_participation and x.state in ('registered', 'waiting');
    if not found then
        return false;
    end if;
    delete from events.answer a where a.participation_id = of_participation;
    delete from events.need n where n.participation_id = of_participation;
    return true;
end $function$;

CREATE OR REPLACE FUNCTION events.change_own(of_participation uuid, who jsonb, answers jsonb, happened timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
    update events.participation x
       set name = who ->> 'name', organisation = who ->> 'organisation', phone = who ->> 'phone'
     where x.participation_id = of_participation and x.state in ('registered', 'waiting');
    if not found then
        return false;
    end if;
    perform events.answered(of_participation, answers, happened);
    return true;
end $function$;

CREATE OR REPLACE FUNCTION events.come_again(of_participation uuid, happened timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
    e events.event;
    p events.participation;
    became text;
begin
    select x.* into strict p from events.participation x where x.participation_id = of_participation;
    select x.* into strict e from events.event x where x.event_id = p.event_id;
    if p.ended_by is distinct from 'guest' or e.state <> 'open' or e.closes_at <= happened
       or exists (select from events.participation o
                   where o.event_id = p.event_id and o.address_key = p.address_key and o.state in ('registered', 'waiting')) then
        return 'noted';
    end if;
    became := case when e.capacity is null or (e.placed < e.capacity and e.in_line = 0) then 'registered'
                   when e.waiting_list then 'waiting'
                   else 'full' end;
    if became = 'full' then
        update events.participation x set told = 'no-place' where x.participation_id = of_participation;
        return became;
    end if;
    update events.event x set last_number = x.last_number + 1 where x.event_id = p.event_id;
    update events.participation x
       set state = became, number = e.last_number + 1, place_at = case when became = 'registered' then happened end,
           confirmed_at = coalesce(x.confirmed_at, happened), ended_at = null, ended_by = null, again = x.again + 1
     where x.participation_id = of_participation;
    return became;
end $function$;

CREATE OR REPLACE FUNCTION events.confirm(of_participation uuid, happened timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
    update events.participation x
       set confirmed_at = happened
     where x.participation_id = of_participation and x.confirmed_at is null and x.state in ('registered', 'waiting') and x.confirm_by > happened;
    return found;
end $function$;

CREATE OR REPLACE FUNCTION events.forget(of_event uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    delete from events.need n
     using events.participation p
     where p.event_id = of_event and n.participation_id = p.participation_id
$function$;

CREATE OR REPLACE FUNCTION events.guests_counted()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
    if tg_op = 'INSERT' then
        perform events.move_room(array_agg(k.event_id), array_agg(k.state), array_agg(k.many))
           from (select a.event_id, a.state, count(*)::integer as many from arrived a
                  where a.state in ('registered', 'waiting') group by a.event_id, a.state) k
         having count(*) > 0;
    elsif tg_op = 'DELETE' then
        perform events.move_room(array_agg(k.event_id), array_agg(k.state), array_agg(k.many))
           from (select d.event_id, d.state, -count(*)::integer as many from departed d
                  where d.state in ('registered', 'waiting') group by d.event_id, d.state) k
         having count(*) > 0;
    else
        perform events.move_room(array_agg(k.event_id), array_agg(k.state), array_agg(k.many))
           from (select x.event_id, x.state, sum(x.one)::integer as many
                   from (select d.event_id, d.state, -1 as one from departed d union all select a.event_id, a.state, 1 from arrived a) x
                  where x.state in ('registered', 'waiting')
                  group by x.event_id, x.state
                 having sum(x.one) <> 0) k
         having count(*) > 0;
    end if;
    return null;
end $function$;

CREATE OR REPLACE FUNCTION events.link(of_participation uuid, to_person uuid, until timestamp with time zone, happened timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
    p register.person;
begin
    -- Whoever was erased or merged between the finding and the linking is not it: then the job looks again.
    select * into strict p from register.person x
     where x.person_id = to_person and (x.standing & 8) = 0 and x.merged_into is null
       for share;
    update events.participation x
       set person_id = p.person_id, standing = p.standing, confirm_by = until, confirmed_at = case when until is null then happened end
     where x.participation_id = of_participation and x.person_id is null;
    if not found then
        return false;
    end if;
    update events.answer a set person_id = p.person_id, standing = p.standing where a.participation_id = of_participation;
    update events.need n set person_id = p.person_id, standing = p.standing where n.participation_id = of_participation;
    return true;
end $function$;

CREATE OR REPLACE FUNCTION events.move_room(of_events uuid[], states text[], by_many integer[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
    perform 1 from events.event e where e.event_id = any(of_events) order by e.event_id for no key update;
    update events.event e
       set placed = e.placed + k.placed, in_line = e.in_line + k.in_line
      from (select m.event_id, coalesce(sum(m.many) filter (where m.state = 'registered'), 0) as placed,
                   coalesce(sum(m.many) filter (where m.state = 'waiting'), 0) as in_line
              from unnest(of_events, states, by_many) as m (event_id, state, many)
             group by m.event_id) k
     where e.event_id = k.event_id and (k.placed <> 0 or k.in_line <> 0);
end $function$;

CREATE OR REPLACE FUNCTION events.moved(of_event uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    update events.need n
       set event_ends_at = e.ends_at
      from events.participation p
      join events.event e on e.event_id = p.event_id
     where p.event_id = of_event and n.participation_id = p.participation_id
$function$;

CREATE OR REPLACE FUNCTION events.numbers(of_events uuid[])
 RETURNS TABLE(event_id uuid, registered bigint, waiting bigint, unconfirmed bigint, ended bigint, attended bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select x.event_id, count(*) filter (where x.state = 'registered'), count(*) filter (where x.state = 'waiting'),
           count(*) filter (where x.state in ('registered', 'waiting') and x.confirmed_at is null),
           count(*) filter (where x.state in ('cancelled', 'lapsed')), count(*) filter (where x.attended_at is not null)
      from events.participation x
     where x.event_id = any(of_events)
     group by x.event_id
$function$;

CREATE OR REPLACE FUNCTION events.own(of_participation uuid)
 RETURNS TABLE(participation_id uuid, event_id uuid, person_id uuid, name text, email text, organisation text, phone text, language text, state text, way text, confirmed_at timestamp with time zone, confirm_by timestamp with time zone, told text, again integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select x.participation_id, x.event_id, x.person_id, x.name, x.email, x.organisation, x.phone, x.language, x.state, x.way, x.confirmed_at,
           x.confirm_by, x.told, x.again
      from events.participation x
     where x.participation_id = of_participation and (x.standing & 8) = 0
$function$;

CREATE OR REPLACE FUNCTION events.own_answers(of_participation uuid)
 RETURNS TABLE(question_id text, value text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select a.question_id, a.value from events.answer a where a.participation_id = of_participation
    union all
    select 'need', n.value from events.need n where n.participation_id = of_participation
$function$;

CREATE OR REPLACE FUNCTION events.register(id uuid, of_event uuid, who jsonb, answers jsonb, beyond boolean, happened timestamp with time zone)
 RETURNS TABLE(participation_id uuid, became text, fresh boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
    e events.event;
    known uuid;
begin
    select * into e from events.event x where x.event_id = of_event for update;
    if not found or e.state not in ('open', 'closed') or (not beyond and (e.state <> 'open' or e.closes_at <= happened)) then
        return query select null::uuid, 'closed'::text, false;
        return;
    end if;
    became := case when beyond or e.capacity is null or (e.placed < e.capacity and e.in_line = 0) then 'registered'
                   when e.waiting_list then 'waiting'
                   else 'full' end;
    select x.participation_id into known
      from events.participation x
     where x.event_id = of_event and x.address_key = who ->> 'key' and x.state in ('registered', 'waiting');
    if found then
        update events.participation x
           set told = null, asked_again = x.asked_again + 1
         where x.participation_id = known and x.written_at < happened - interval '10 minutes' and x.asked_again < 3;
        return query select known, became, false;
        return;
    end if;
    if became = 'full' then
        return query select null::uuid, became, false;
        return;
    end if;
    update events.event x set last_number = x.last_number + 1 where x.event_id = of_event;
    insert into events.participation
           (participation_id, event_id, person_id, standing, number, title, name, email, address_key, organisation, phone, language, way, state,
            asked_at, place_at, confirmed_at)
    select id, of_event, p.person_id, coalesce(p.standing, 4), e.last_number + 1, who ->> 'title', who ->> 'name', who ->> 'email', who ->> 'key',
           who ->> 'organisation', who ->> 'phone', who ->> 'language', who ->> 'way', became, happened,
           case when became = 'registered' then happened end, case when p.person_id is not null then happened end
      from (values (1)) one
      left join register.person p on p.person_id = register.person_now((who ->> 'person')::uuid);
    perform events.answered(id, answers, happened);
    return query select id, became, true;
end $function$;

CREATE OR REPLACE FUNCTION events.replied(id uuid, of_participation uuid, what jsonb, happened timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
    e events.event;
    p events.participation;
    is_proved boolean := (what ->> 'proved')::boolean;
    said text := what ->> 'answer';
    of_sequence integer;
    asked integer;
    stamped timestamptz := least(coalesce((what ->> 'stamped')::timestamptz, happened), happened);
    followed text := 'noted';
begin
    perform 1
       from events.event x
       join events.participation y on y.event_id = x.event_id
      where y.participation_id = of_participation
        for update of x;
    select x.* into p from events.participation x
     where x.participation_id = of_participation and x.person_id is not null and (x.standing & 8) = 0 and x.address_key = what ->> 'key'
       for update;
    if not found
       or (select count(*) from events.calendar_reply r where r.participation_id = of_participation and r.proved = is_proved) >= 20 then
        return 'unknown';
    end if;
    select x.* into strict e from events.event x where x.event_id = p.event_id;
    asked := case when p.told like 'place.%' then split_part(p.told, '.', 2)::integer + 2 * p.again else 0 end;
    of_sequence := coalesce((what ->> 'sequence')::integer, asked);
    if exists (select from events.calendar_reply r
                where r.participation_id = of_participation and r.proved = is_proved and r.sequence = of_sequence and r.stamped_at = stamped
                  and r.answer = said) then
        return 'known';
    end if;
    if not is_proved then
        followed := 'remark';
    elsif of_sequence < asked
          or exists (select from events.calendar_reply r
                      where r.participation_id = of_participation and r.proved and (r.sequence, r.stamped_at) > (of_sequence, stamped)) then
        followed := 'late';
    elsif e.state not in ('open', 'closed') or e.starts_at <= happened then
        followed := 'noted';
    elsif said = 'declined' and p.state in ('registered', 'waiting') then
        perform events.cancel(of_participation, 'guest', happened);
        followed := 'cancelled';
    elsif said = 'accepted' and p.state = 'cancelled' then
        followed := events.come_again(of_participation, happened);
    elsif said = 'accepted' and events.confirm(of_participation, happened) then
        followed := 'confirmed';
    end if;
    insert into events.calendar_reply
           (reply_id, participation_id, event_id, person_id, standing, title, answer, proved, followed, words, sequence, stamped_at, came_at)
    values (id, of_participation, p.event_id, p.person_id, p.standing, p.title, said, is_proved, followed, what ->> 'words', of_sequence, stamped,
            happened);
    return followed;
end $function$;

CREATE OR REPLACE FUNCTION events.settle(of_event uuid, happened timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
    e events.event;
    free integer;
begin
    select * into e from events.event x where x.event_id = of_event for update;
    if not found or e.state not in ('open', 'closed') then
        return;
    end if;
    with lapsed as (
        update events.participation x
           set state = 'lapsed', ended_at = happened, ended_by = 'time'
         where x.event_id = of_event and x.state in ('registered', 'waiting') and x.confirmed_at is null and x.confirm_by <= happened
        returning x.participation_id),
    forgotten as (delete from events.answer a using lapsed l where a.participation_id = l.participation_id)
    delete from events.need n using lapsed l where n.participation_id = l.participation_id;
    if e.starts_at <= happened then
        return;
    end if;
    select x.capacity - x.placed into free from events.event x where x.event_id = of_event and x.in_line > 0;
    if not found then
        return;
    end if;
    return query
    update events.participation x
       set state = 'registered', place_at = happened
     where x.participation_id in (select w.participation_id
                                    from events.participation w
                                   where w.event_id = of_event and w.state = 'waiting'
                                   order by w.number
                                   limit case when e.capacity is null then null else greatest(free, 0) end)
    returning x.participation_id;
end $function$;

CREATE OR REPLACE FUNCTION events.to_write(of_event uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select x.participation_id
      from events.participation x
     where x.event_id = of_event and x.state in ('registered', 'waiting') and (x.standing & 8) = 0
     order by x.number
$function$;

CREATE OR REPLACE FUNCTION events.told(of_participation uuid, before text, now_told text, happened timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
    update events.participation x
       set told = now_told, written_at = happened
     where x.participation_id = of_participation and x.told is not distinct from before;
    return found;
end $function$;

CREATE OR REPLACE FUNCTION flows.enter(flow uuid, people uuid[], waits boolean, happened timestamp with time zone)
 RETURNS TABLE(entered integer, passed_over uuid[])
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
    held uuid[];
begin
    if waits then
        perform 1 from register.person p where p.person_id = any(people) order by p.person_id for key share;
    end if;
    held := array(select h.person_id
                    from (select p.person_id
                            from register.person p
                           where p.person_id = any(people) and (p.standing & 31) = 0 and p.merged_into is null
                           order by p.person_id
                             for key share skip locked) h);
    passed_over := array(select p.person_id
                           from (select unnest(people) except select unnest(held)) as r (person_id)
                           join register.person p on p.person_id = r.person_id and (p.standing & 31) = 0 and p.merged_into is null
                          order by p.person_id);
    insert into flows.passage (passage_id, flow_id, edition_id, person_id, standing, title, step_id, waits, entered_at, since_at, due_at)
    select gen_random_uuid(), f.flow_id, e.edition_id, p.person_id, p.standing, f.name, e.first_step, false, happened, happened, happened
      from flows.flow f
      join flows.edition e on e.edition_id = f.edition_id
      join register.person p on p.person_id = any(held)
     where f.flow_id = flow and f.state in ('running', 'paused')
       and not exists (select 1
                         from flows.passage x
                        where x.flow_id = f.flow_id and x.person_id = p.person_id
                          and (x.due_at is not null or f.again_days is null or x.entered_at > happened - make_interval(days => f.again_days)))
        on conflict (flow_id, person_id) where due_at is not null do nothing;
    get diagnostics entered = row_count;
    return next;
end $function$;

CREATE OR REPLACE FUNCTION flows.happened(what text, which text, person uuid, happened timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select (flows.enter(f.flow_id, array[person], true, happened)).entered
      from flows.flow f
     where f.trigger_kind = what and f.trigger_value = which and f.state in ('running', 'paused')
$function$;

CREATE OR REPLACE FUNCTION flows.held(people uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select p.person_id from register.person p where p.person_id = any(people) and (p.standing & 31) = 0 for key share skip locked
$function$;

CREATE OR REPLACE FUNCTION flows.leave_hidden(happened timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
    gone integer;
begin
    with hidden as (
        update flows.passage p
           set due_at = null
         where p.due_at is not null and (p.standing & 31) <> 0
        returning p.passage_id, p.flow_id, p.person_id, p.standing, p.title, p.step_id)
    insert into flows.leaving (leaving_id, passage_id, flow_id, person_id, standing, kind, why, title, step_id, left_at)
    select gen_random_uuid(), h.passage_id, h.flow_id, h.person_id, h.standing, 'left',
           case when (h.standing & 1) <> 0 then 'banned'
                when (h.standing & 16) <> 0 then 'banned-by-organisation'
                when (h.standing & 2) <> 0 then 'restricted'
                when (h.standing & 4) <> 0 then 'uninformed'
                else 'erased' end,
           h.title, h.step_id, happened
      from hidden h;
    get diagnostics gone = row_count;
    return gone;
end $function$;

CREATE OR REPLACE FUNCTION flows.left_by_reason(flow uuid)
 RETURNS TABLE(why text, people bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select l.why, count(*) from flows.leaving l where l.flow_id = flow group by l.why
$function$;

CREATE OR REPLACE FUNCTION forms.confirm(token bytea, happened timestamp with time zone, until timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    update forms.arrival a
       set state = 'confirmed', confirmed_at = happened, token_until = until
     where a.token_print = token and a.token_until > happened and a.confirmed_at is null
 returning a.arrival_id
$function$;

CREATE OR REPLACE FUNCTION forms.opened(token bytea, happened timestamp with time zone)
 RETURNS TABLE(arrival_id uuid, submission_id uuid, form_id uuid, language text, is_confirmed boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select a.arrival_id, null::uuid, a.form_id, a.language, a.confirmed_at is not null
      from forms.arrival a
     where a.token_print = token and a.token_until > happened
     union all
    select null::uuid, s.submission_id, s.form_id, s.language, true
      from forms.submission s
     where s.token_print = token and s.token_until > happened
$function$;

CREATE OR REPLACE FUNCTION forms.receive(ids uuid[], to_form uuid[], upon uuid[], in_language text[], address text[], sender text[], said text[], by_work boolean[], happened timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    insert into forms.arrival (arrival_id, form_id, edition_id, state, language, email, name, answers, worked, sent_at, came_with)
    select r.id, f.form_id, f.edition_id, 'received', r.language, r.email, r.name, r.answers, r.worked, happened, ids[1]
      from unnest(ids, to_form, upon, in_language, address, sender, said, by_work)
           as r (id, form_id, edition_id, language, email, name, answers, worked)
      join forms.form f on f.form_id = r.form_id and f.edition_id = r.edition_id and f.state = 'published'
 returning arrival_id
$function$;

CREATE OR REPLACE FUNCTION forms.take_in(arrival uuid, subject uuid, of_kind text, told text, happened timestamp with time zone, by_staff uuid)
 RETURNS smallint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
    a forms.arrival;
    p register.person;
begin
    select * into a from forms.arrival x where x.arrival_id = arrival for update;
    select * into p from register.person x
     where x.person_id = subject and (x.standing & 8) = 0 and x.merged_into is null
       for share;
    if a.arrival_id is null or p.person_id is null then
        return null;
    end if;
    insert into forms.submission (submission_id, person_id, standing, form_id, edition_id, kind, language, email, summary, sent_at,
                                  confirmed_at, taken_at, taken_by, token_print, token_until)
    values (a.arrival_id, p.person_id, p.standing, a.form_id, a.edition_id, of_kind, a.language, a.email, told, a.sent_at, a.confirmed_at,
            happened, by_staff, a.token_print, a.token_until);
    insert into forms.answer (answer_id, submission_id, person_id, standing, position, field, question, value, wording_id)
    select gen_random_uuid(), a.arrival_id, p.person_id, p.standing, e.n, e.one ->> 'field', e.one ->> 'question', e.one ->> 'value',
           (e.one ->> 'wording')::uuid
      from jsonb_array_elements(a.answers::jsonb) with ordinality as e (one, n);
    delete from forms.arrival x where x.arrival_id = arrival;
    return p.standing;
end $function$;

CREATE OR REPLACE FUNCTION imports.ban(batch uuid, key_version integer, happened timestamp with time zone, actor_kind text, actor_id uuid, actor_name text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION imports.found(batch uuid)
 RETURNS TABLE(line bigint, person_id uuid, standing smallint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION imports.grown(which text, brought bigint)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET default_statistics_target TO '10'
AS $function$
begin
    if (select c.reltuples from pg_class c where c.oid = to_regclass(format('register.%I', which))) < 10 * brought then
        execute format('analyze register.%I', which);
    end if;
end $function$;

CREATE OR REPLACE FUNCTION imports.known(batch uuid)
 RETURNS TABLE(firm integer, organisation_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION imports.measured()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
    analyze imports.row;
    analyze imports.firm;
end $function$;

CREATE OR REPLACE FUNCTION imports.note_kept(batch uuid, leaving uuid[], idle uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
    t record;
    condition text;
begin
    delete from imports.kept k where k.import_id = batch;
    insert into imports.kept (import_id, person_id)
    select batch, p.person_id
      from register.person p
     where p.import_id = batch
       and (p.version > 1 or (p.last_act_at is not null and not p.person_id = any(idle)) or p.informed_at is not null or p.merged_into is not null
            or (p.standing & 10) <> 0);
    for t in
        select l.relation, l.id_column, k.attname as key_column,
               exists (select 1 from pg_attribute a where a.attrelid = l.relation and a.attname = 'import_id' and not a.attisdropped) as marked
          from register.leading_columns('register.person', 'person_id') l
          join pg_class c on c.oid = l.relation
          left join pg_index i on i.indrelid = l.relation and i.indisprimary and i.indnkeyatts = 1
          left join pg_attribute k on k.attrelid = l.relation and k.attnum = i.indkey[0] and k.atttypid = 'uuid'::regtype
         where c.relnamespace not in ('imports'::regnamespace, 'evidence'::regnamespace)
           and l.relation not in ('register.person'::regclass, 'register.person_tag'::regclass)
    loop
        condition := case when t.marked then 'x.import_id is distinct from $1' else 'true' end
                  || case when t.key_column is null then '' else format(' and not x.%I = any($2)', t.key_column) end;
        execute format('insert into imports.kept (import_id, person_id)
                        select distinct $1, p.person_id
                          from %s x
                          join register.person p on p.person_id = x.%I
                         where p.import_id = $1 and %s
                            on conflict do nothing', t.relation, t.id_column, condition)
          using batch, leaving;
    end loop;
end $function$;

CREATE OR REPLACE FUNCTION imports.remove_organisations(batch uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
    t record;
    free text := '';
begin
    for t in
        select l.relation, l.id_column
          from register.leading_columns('register.organisation', 'organisation_id') l
          join pg_class c on c.oid = l.relation
         where c.relnamespace not in ('imports'::regnamespace, 'evidence'::regnamespace)
           and l.relation not in ('register.organisation'::regclass, 'register.organisation_tag'::regclass)
    loop
        free := free || format(' and not exists (select 1 from %s x where x.%I = o.organisation_id)', t.relation, t.id_column);
    end loop;
    execute format('create temporary table gone on commit drop as
                    select o.organisation_id from register.organisation o where o.import_id = %L and o.version = 1 and o.merged_into is null', batch)
            || free;
    delete from register.organisation_tag x using pg_temp.gone g where g.organisation_id = x.organisation_id;
    delete from register.organisation o using pg_temp.gone g where g.organisation_id = o.organisation_id;
    drop table pg_temp.gone;
end $function$;

CREATE OR REPLACE FUNCTION imports.restore_values(batch uuid, happened timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
    f record;
begin
    for f in
        select distinct c.entity, c.field, replace(c.field, '-', '_') as column_name
          from register.change c
         where c.import_id = batch and c.entity in ('person', 'organisation')
           and c.field in ('name', 'given-name', 'family-name', 'job-title', 'department', 'language', 'business-id', 'vat-id', 'website', 'domain',
                           'segment', 'einvoice-address', 'einvoice-operator')
    loop
        execute format('update register.%1$s x
                           set %2$I = c.old_value, version = x.version + 1, changed_at = $2
                          from register.change c
                         where c.import_id = $1 and c.entity = %3$L and c.field = %4$L and c.entity_id = x.%5$I
                           and x.import_id is distinct from $1 and x.%2$I is not distinct from c.new_value',
                       f.entity, f.column_name, f.entity, f.field, f.entity || '_id')
          using batch, happened;
    end loop;
    update register.custom_value v
       set value = c.old_value
      from register.change c
     where c.import_id = batch and c.entity = 'custom-value' and c.entity_id = v.custom_value_id and c.old_value is not null
       and v.value = c.new_value and v.import_id is distinct from batch;
    update register.affiliation a
       set roles = string_to_array(coalesce(c.old_value, ''), ', ')
      from register.change c
     where c.import_id = batch and c.entity = 'affiliation' and c.field = 'roles' and c.entity_id = a.affiliation_id
       and array_to_string(a.roles, ', ') = c.new_value and a.import_id is distinct from batch;
    delete from register.person_tag t
     using register.change c
     where c.import_id = batch and c.entity = 'person' and c.field = 'tag' and c.person_id = t.person_id and c.new_value = t.tag;
    delete from register.organisation_tag t
     using register.change c
     where c.import_id = batch and c.entity = 'organisation' and c.field = 'tag' and c.organisation_id = t.organisation_id and c.new_value = t.tag;
end $function$;

CREATE OR REPLACE FUNCTION imports.take_back(batch uuid, happened timestamp with time zone)
 RETURNS TABLE(person_id uuid, organisation_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
#variable_conflict use_column
declare
    t text;
begin
    return query
    select distinct c.person_id, null::uuid
      from register.change c
      join register.person p on p.person_id = c.person_id
     where c.import_id = batch and p.import_id is distinct from batch
    union all
    select distinct null::uuid, c.organisation_id
      from register.change c
      join register.organisation o on o.organisation_id = c.organisation_id
     where c.import_id = batch and c.person_id is null and o.import_id is distinct from batch;
    perform imports.restore_values(batch, happened);
    foreach t in array array['change', 'custom_value', 'note', 'affiliation', 'postal_address', 'contact_point'] loop
        execute format('delete from register.%I x
                         where x.import_id = $1
                           and not exists (select 1 from imports.kept k where k.import_id = $1 and k.person_id = x.person_id)', t)
          using batch;
    end loop;
    delete from register.person_tag x
     using register.person p
     where p.person_id = x.person_id and p.import_id = batch
       and not exists (select 1 from imports.kept k where k.import_id = batch and k.person_id = x.person_id);
    delete from register.person p
     where p.import_id = batch
       and not exists (select 1 from imports.kept k where k.import_id = batch and k.person_id = p.person_id);
    perform imports.remove_organisations(batch);
end $function$;

CREATE OR REPLACE FUNCTION marketing.come_back(delivery uuid, became text, why text, happened timestamp with time zone)
 RETURNS TABLE(person_id uuid, campaign_id uuid, address text, soft integer)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    -- The person first, as a ban does: two that hold what the other wants would wait for ever.
    select 1
      from register.person p
     where p.person_id = (select d.person_id from marketing.delivery d where d.delivery_id = come_back.delivery)
       for update;
    with held as (
        select d.delivery_id, d.state, d.reason,
               d.state in ('skipped', 'failed')
               or (d.state = 'waiting' and not exists (select 1 from marketing.batch b where d.delivery_id = any(b.deliveries))) as stays
          from marketing.delivery d
         where d.delivery_id = come_back.delivery
           for update),
    moved as (
        update marketing.delivery d
           set state = case when h.stays then d.state else became end,
               reason = case when h.stays then d.reason else why end,
               taken_at = case when h.state = 'waiting' and not h.stays then happened else d.taken_at end,
               done_at = case when h.stays and h.state = 'waiting' then d.done_at else happened end
          from held h
         where d.delivery_id = h.delivery_id
           and h.state <> 'complained'
           and not (h.state = 'bounced' and became = 'bounced' and (h.reason = 'hard' or why = 'soft'))
        returning d.person_id, d.campaign_id, d.address)
    select register.person_now(m.person_id), m.campaign_id, m.address,
           (select count(*)::integer
              from marketing.delivery s
             where s.person_id = m.person_id and s.state = 'bounced' and s.reason = 'soft' and lower(s.address) = lower(m.address)
               and s.done_at > happened - interval '90 days' and s.delivery_id <> come_back.delivery)
           + case when why = 'soft' then 1 else 0 end
      from moved m
$function$;

CREATE OR REPLACE FUNCTION marketing.free(people uuid[])
 RETURNS TABLE(person_id uuid, standing smallint)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select p.person_id, p.standing
      from register.person p
     where p.person_id = any(people) and (p.standing & 31) = 0
     order by p.person_id
       for key share
$function$;

CREATE OR REPLACE FUNCTION marketing.held(people uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select p.person_id from register.person p where p.person_id = any(people) and (p.standing & 31) = 0 for key share skip locked
$function$;

CREATE OR REPLACE FUNCTION marketing.hold_waiting(campaign uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
    perform 1
       from register.person p
      where p.person_id in (select d.person_id from marketing.delivery d where d.campaign_id = campaign and d.state = 'waiting')
      order by p.person_id
        for key share;
end $function$;

CREATE OR REPLACE FUNCTION marketing.issues(of_topic text)
 RETURNS TABLE(campaign_id uuid, content text, begun_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select c.campaign_id, c.content, c.begun_at
      from marketing.campaign c
     where c.topic = of_topic and c.begun_at is not null and c.state in ('sending', 'sent')
$function$;

CREATE OR REPLACE FUNCTION marketing.must_be_approved()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
    if new.state in ('scheduled', 'sending') and old.state in ('draft', 'scheduled')
       and coalesce((select r.second_person from marketing.house_rule r), false)
       and not exists (select 1
                         from marketing.approval a
                        where a.campaign_id = new.campaign_id and a.state = 'approved'
                          and a.starts_at is not distinct from
                              case when new.state = 'scheduled' then new.starts_at when old.state = 'scheduled' then old.starts_at end) then
        raise exception 'No second person has approved that campaign % leaves', new.campaign_id
            using errcode = 'check_violation', constraint = 'campaign_approved';
    end if;
    return new;
end $function$;

CREATE OR REPLACE FUNCTION marketing.picture_at(address text)
 RETURNS TABLE(blob_id uuid, media_type text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select p.blob_id, p.media_type from marketing.picture p where p.address = picture_at.address
$function$;

CREATE OR REPLACE FUNCTION marketing.reader_of(delivery uuid)
 RETURNS TABLE(person_id uuid, campaign_id uuid, address text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select register.person_now(d.person_id), d.campaign_id, d.address
      from marketing.delivery d
     where d.delivery_id = reader_of.delivery
$function$;

CREATE OR REPLACE FUNCTION marketing.settle_unseen(delivery uuid, batch uuid, became text, why text, said text, next timestamp with time zone, unsure boolean, tried boolean, happened timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    update marketing.delivery d
       set state = case when became <> 'waiting' then became when (d.standing & 31) <> 0 then 'skipped' else d.state end,
           reason = case when became <> 'waiting' then why
                         when (d.standing & 31) = 0 then d.reason
                         when (d.standing & 1) <> 0 then 'banned'
                         when (d.standing & 16) <> 0 then 'banned-by-organisation'
                         when (d.standing & 2) <> 0 then 'restricted'
                         when (d.standing & 4) <> 0 then 'uninformed'
                         else 'erased' end,
           subject = coalesce(said, d.subject), next_at = coalesce(next, d.next_at), uncertain = d.uncertain or unsure,
           attempts = d.attempts + case when tried then 1 else 0 end, taken_at = case when tried then happened else d.taken_at end,
           done_at = case when became <> 'waiting' or (d.standing & 31) <> 0 then happened else d.done_at end
     where d.delivery_id = settle_unseen.delivery and d.state in ('waiting', 'skipped')
       and exists (select 1
                     from marketing.batch b
                    where b.batch_id = settle_unseen.batch and settle_unseen.delivery = any(b.deliveries));
    update marketing.delivery d
       set subject = coalesce(said, d.subject), attempts = d.attempts + 1
     where d.delivery_id = settle_unseen.delivery and d.state in ('bounced', 'complained') and tried
       and exists (select 1
                     from marketing.batch b
                    where b.batch_id = settle_unseen.batch and settle_unseen.delivery = any(b.deliveries));
    update marketing.batch b
       set deliveries = array_remove(b.deliveries, settle_unseen.delivery)
     where b.batch_id = settle_unseen.batch;
    delete from marketing.batch b where b.batch_id = settle_unseen.batch and cardinality(b.deliveries) = 0;
$function$;

CREATE OR REPLACE FUNCTION marketing.sharing(people uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select unnest(people)
    union
    select o.person_id
      from register.contact_point c
      join register.contact_point o on o.canonical_print = c.canonical_print and o.kind = c.kind
     where c.person_id = any(people) and c.kind = 'email' and o.person_id is not null
$function$;

CREATE OR REPLACE FUNCTION marketing.skip_hidden(campaign uuid, happened timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
    skipped integer;
begin
    with mine as (
        select d.delivery_id
          from marketing.delivery d
         where d.campaign_id = campaign and (d.standing & 31) <> 0 and d.state in ('waiting', 'taken')
           for update skip locked)
    update marketing.delivery d
       set state = 'skipped', done_at = happened, uncertain = d.uncertain or d.state = 'taken',
           reason = case when (d.standing & 1) <> 0 then 'banned'
                         when (d.standing & 16) <> 0 then 'banned-by-organisation'
                         when (d.standing & 2) <> 0 then 'restricted'
                         when (d.standing & 4) <> 0 then 'uninformed'
                         else 'erased' end
      from mine m
     where d.delivery_id = m.delivery_id;
    get diagnostics skipped = row_count;
    return skipped;
end $function$;

CREATE OR REPLACE FUNCTION marketing.take_up(happened timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
    again integer;
begin
    perform 1
       from register.person p
      where p.person_id in (select d.person_id
                              from marketing.delivery d
                             where d.delivery_id in (select unnest(b.deliveries) from marketing.batch b))
      order by p.person_id
        for key share;
    update marketing.delivery d
       set uncertain = true, attempts = d.attempts + 1, next_at = happened
     where d.delivery_id in (select unnest(b.deliveries) from marketing.batch b) and d.state in ('waiting', 'skipped');
    get diagnostics again = row_count;
    delete from marketing.batch;
    return again;
end $function$;

CREATE OR REPLACE FUNCTION marketing.tally_moved()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
    insert into marketing.tally (tally_id, campaign_id, state, reason, people)
    select gen_random_uuid(), m.campaign_id, m.state, m.reason, sum(m.people)
      from (select b.campaign_id, b.state, coalesce(b.reason, '') as reason, -1 as people from before b
            union all
            select a.campaign_id, a.state, coalesce(a.reason, ''), 1 from after a
            union all
            select b.campaign_id, 'uncertain', '', -1 from before b where b.uncertain
            union all
            select a.campaign_id, 'uncertain', '', 1 from after a where a.uncertain) m
     group by m.campaign_id, m.state, m.reason
    having sum(m.people) <> 0;
    return null;
end $function$;

CREATE OR REPLACE FUNCTION marketing.tally_queued()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
    insert into marketing.tally (tally_id, campaign_id, state, reason, people)
    select gen_random_uuid(), q.campaign_id, q.state, coalesce(q.reason, ''), count(*)
      from queued q
     group by q.campaign_id, q.state, q.reason;
    return null;
end $function$;

CREATE OR REPLACE FUNCTION marketing.waits(campaign uuid, happened timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select exists (select 1 from marketing.delivery d where d.campaign_id = campaign and d.state = 'waiting' and d.next_at <= happened)
        or exists (select 1
                     from marketing.delivery d
                    where d.campaign_id = campaign and (d.standing & 31) <> 0 and d.state = 'waiting')
$function$;

CREATE OR REPLACE FUNCTION marketing.way_out_of(print bytea)
 RETURNS TABLE(person_id uuid, campaign_id uuid, topic text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select register.person_now(w.person_id), w.campaign_id, c.topic
      from marketing.way_out w
      join marketing.campaign c on c.campaign_id = w.campaign_id
     where w.token_print = print
$function$;

CREATE OR REPLACE FUNCTION newsletters.note(id uuid, subject uuid, of_topic text, what text, happened timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    insert into newsletters.happening (happening_id, person_id, standing, kind, text, at)
    select id, p.person_id, p.standing, what,
           coalesce((select w.name
                       from newsletters.topic t
                       join newsletters.topic_words w on w.topic_id = t.topic_id
                      where t.slug = of_topic
                      order by (w.language = p.language) desc nulls last, w.language = 'fi' desc, w.language
                      limit 1), ''),
           happened
      from register.person p
     where p.person_id = subject and (of_topic = '' or exists (select 1 from newsletters.topic t where t.slug = of_topic))
$function$;

CREATE OR REPLACE FUNCTION newsletters.note_ended(consents uuid[], happened timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select newsletters.note(gen_random_uuid(), c.person_id, c.topic, 'ended', happened)
      from (select distinct e.person_id, e.topic from consents.consent e where e.consent_id = any (consents) and e.topic <> '') c
$function$;

CREATE OR REPLACE FUNCTION newsletters.subscribers(of_topic text, on_day date)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select distinct c.person_id
      from newsletters.topic t
      join consents.consent c on c.purpose = t.purpose and c.topic = t.slug
     where t.slug = of_topic and c.withdrawn_at is null and (c.expires_on is null or c.expires_on >= on_day)
       and not exists (select 1
                         from consents.consent w
                        where w.person_id = c.person_id and w.purpose = c.purpose and w.topic = c.topic and w.withdrawn_at >= c.given_at)
$function$;

CREATE OR REPLACE FUNCTION register.address_bounced(address text, happened timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
    marked integer;
begin
    update register.contact_point c
       set bounced_at = happened
     where c.kind = 'email' and c.value = address_bounced.address and c.bounced_at is null;
    get diagnostics marked = row_count;
    return marked;
end $function$;

CREATE OR REPLACE FUNCTION register.ban_domain(id uuid, organisation uuid, banned_domain text, reason text, asked_by text, happened timestamp with time zone, actor_kind text, actor_id uuid, actor_name text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
    marked integer;
begin
    insert into register.organisation_ban
           (organisation_ban_id, organisation_id, domain, since_at, reason, asked_by, made_by, made_by_name)
    select ban_domain.id, (select o.organisation_id from register.organisation o where o.organisation_id = register.organisation_now(organisation)),
           banned_domain, happened, ban_domain.reason, ban_domain.asked_by, actor_id, actor_name
        on conflict (domain) where lifted_at is null do nothing;
    with banned as (
        update register.person p
           set standing = (p.standing | 16)::smallint, version = p.version + 1, changed_at = happened
         where (p.standing & 24) = 0
           and p.person_id in (select c.person_id
                                 from register.contact_point c
                                where c.kind = 'email' and split_part(c.value, '@', 2) = banned_domain and c.person_id is not null
                                  and (c.valid_until is null or c.valid_until >= (happened at time zone 'UTC')::date))
        returning p.person_id, p.standing),
    noted as (
        insert into register.change
               (change_id, entity, entity_id, person_id, standing, field, old_value, new_value, at, actor_kind, actor_id, actor_name)
        select gen_random_uuid(), 'person', b.person_id, b.person_id, b.standing, 'organisation-ban', null, banned_domain, happened,
               ban_domain.actor_kind, ban_domain.actor_id, ban_domain.actor_name
          from banned b
        returning 1)
    select count(*) into marked from noted;
    update register.contact_point c
       set standing = (coalesce(c.standing, 0) | 16)::smallint
     where c.person_id is null and c.kind = 'email' and split_part(c.value, '@', 2) = banned_domain and (coalesce(c.standing, 0) & 16) = 0;
    return marked;
end $function$;

CREATE OR REPLACE FUNCTION register.ban_person(subject uuid, shared_too boolean, key_version integer, reason text, request uuid, happened timestamp with time zone, actor_kind text, actor_id uuid, actor_name text)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
    who uuid := register.person_now(subject);
    one uuid;
begin
    if who is null then
        raise exception 'seloste: no such person' using errcode = 'SL404';
    end if;
    insert into suppression.entry
           (entry_id, kind, channel, strict_print, canonical_print, key_version, since_at, reason, request_id)
    select gen_random_uuid(), 'marketing-ban', c.kind, c.strict_print, c.canonical_print, c.key_version, happened, 'objection', request
      from (select distinct on (p.strict_print) p.kind, p.strict_print, p.canonical_print, p.key_version
              from register.contact_point p
             where p.person_id = who and p.kind in ('email', 'phone') and (shared_too or p.usage <> 'shared')) c
     where not exists (select 1
                         from suppression.entry e
                        where e.kind = 'marketing-ban' and e.strict_print = c.strict_print and e.lifted_at is null);
    for one in
        select p.person_id
          from register.person p
         where (p.standing & 1) = 0
           and p.person_id in (select who
                               union
                               select o.person_id
                                 from register.contact_point m
                                 join register.contact_point o on o.canonical_print = m.canonical_print
                                where m.person_id = who and m.kind in ('email', 'phone') and o.person_id is not null
                                  and (shared_too or (m.usage <> 'shared' and o.usage <> 'shared')))
         order by p.person_id
           for update
    loop
        update register.person
           set standing = (standing | 1)::smallint, version = version + 1, changed_at = happened
         where person_id = one;
        perform register.note_ban(one, null, ban_person.reason, happened, ban_person.actor_kind, ban_person.actor_id, ban_person.actor_name);
        return next one;
    end loop;
end $function$;

CREATE OR REPLACE FUNCTION register.domain_banned(asked text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select exists (select 1 from register.organisation_ban b where b.domain = asked and b.lifted_at is null)
$function$;

CREATE OR REPLACE FUNCTION register.escaped(word text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog'
AS $function$
    select replace(replace(replace(word, '\', '\\'), '%', '\%'), '_', '\_')
$function$;

CREATE OR REPLACE FUNCTION register.file_field(field uuid, wanted text, part smallint)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
    was text;
    having_it uuid[];
begin
    select d.category into was from register.custom_field d where d.custom_field_id = field for update;
    if was is null or was = wanted then
        return was;
    end if;
    select array_agg(h.person_id) into having_it
      from (select v.person_id
              from register.custom_value v
              join register.partial_restriction a on a.person_id = v.person_id and a.category = was
             where v.custom_field_id = field
            union
            select m.person_id
              from register.merge m
             cross join lateral jsonb_array_elements(m.undo::jsonb -> 'dropped') b
             where m.undo is not null and m.person_id is not null
               and b ->> 'table' = 'register.custom_value' and b -> 'row' ->> 'custom_field_id' = field::text) h;
    if part = 0 and exists (select 1 from register.partial_restriction a where a.category = was and a.person_id = any(having_it)) then
        raise exception 'seloste: values of the field are restricted' using errcode = 'SL423';
    end if;
    if part <> 0 then
        insert into register.partial_restriction (person_id, category, standing_bit, request_id, since_at)
        select a.person_id, wanted, part, a.request_id, a.since_at
          from register.partial_restriction a
         where a.category = was and a.person_id = any(having_it)
            on conflict do nothing;
    end if;
    update register.custom_field d set category = wanted where d.custom_field_id = field;
    return was;
end $function$;

CREATE OR REPLACE FUNCTION register.guard_altered()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
    if exists (select 1
                 from arrived a
                 join departed d using (contact_point_id)
                cross join lateral unnest(a.canonical_print || a.older_prints) as o (print)
                 join suppression.entry e on e.canonical_print = o.print
                where ((a.canonical_print <> d.canonical_print and a.value <> d.value) or a.source <> d.source)
                  and e.kind = 'recollection' and e.lifted_at is null
                  and a.source in ('public-web', 'bought-list', 'visitor-identification', 'other-system')) then
        raise exception 'seloste: erased identifiers are not collected again from this source'
            using errcode = 'SL001', constraint = 'suppression_recollection';
    end if;
    perform register.mark_banned_points(array_agg(m.contact_point_id))
       from (select a.contact_point_id
               from arrived a
               join departed d using (contact_point_id)
              where (a.value, a.canonical_print, a.person_id, a.kind)
                    is distinct from (d.value, d.canonical_print, d.person_id, d.kind)) m
     having count(*) > 0;
    return null;
end $function$;

CREATE OR REPLACE FUNCTION register.guard_arrived()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
    if exists (select 1
                 from (select a.canonical_print as print, a.source from arrived a
                       union all
                       select o.print, a.source from arrived a cross join lateral unnest(a.older_prints) as o (print)) p
                 join suppression.entry e on e.canonical_print = p.print
                where e.kind = 'recollection' and e.lifted_at is null
                  and p.source in ('public-web', 'bought-list', 'visitor-identification', 'other-system')) then
        raise exception 'seloste: erased identifiers are not collected again from this source'
            using errcode = 'SL001', constraint = 'suppression_recollection';
    end if;
    perform register.mark_banned_points(array_agg(m.contact_point_id))
       from (select a.contact_point_id
               from arrived a
               join suppression.entry e on e.canonical_print = a.canonical_print
              where e.kind = 'marketing-ban' and e.lifted_at is null
             union
             select a.contact_point_id
               from arrived a
              cross join lateral unnest(a.older_prints) as o (print)
               join suppression.entry e on e.canonical_print = o.print
              where e.kind = 'marketing-ban' and e.lifted_at is null
             union
             select a.contact_point_id
               from arrived a
               join register.organisation_ban b on b.domain = split_part(a.value, '@', 2)
              where a.kind = 'email' and b.lifted_at is null) m
     having count(*) > 0;
    return null;
end $function$;

CREATE OR REPLACE FUNCTION register.guard_banned()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
    perform register.mark_banned_points(array_agg(c.contact_point_id))
       from arrived a
       join register.contact_point c on c.canonical_print = a.canonical_print
      where a.kind = 'marketing-ban' and c.person_id is null
     having count(*) > 0;
    return null;
end $function$;

CREATE OR REPLACE FUNCTION register.key_columns(relation regclass)
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
    select array_agg(a.attname::text)
      from pg_index i
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
      left join pg_partitioned_table t on t.partrelid = i.indrelid
     where i.indrelid = relation and i.indisprimary and not coalesce(a.attnum = any(t.partattrs), false)
$function$;

CREATE OR REPLACE FUNCTION register.leading_columns(parent regclass, named name)
 RETURNS TABLE(relation regclass, id_column name, standing_column name)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
    select f.conrelid::regclass, a.attname, s.attname
      from pg_constraint f
      join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
      left join pg_attribute s on s.attrelid = f.conrelid and s.attnum = f.conkey[2]
     where f.contype = 'f' and f.confrelid = parent and f.conparentid = 0
    union
    select c.oid::regclass, a.attname, null::name
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = named and a.atttypid = 'uuid'::regtype and not a.attisdropped
     where c.relkind in ('r', 'p') and not c.relispartition and c.oid <> parent
       and c.relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
       and not exists (select 1
                         from pg_constraint f
                        where f.contype = 'f' and f.conrelid = c.oid and f.confrelid = parent and f.conkey[1] = a.attnum)
$function$;

CREATE OR REPLACE FUNCTION register.lift_ban(subject uuid, proof text, happened timestamp with time zone, actor_kind text, actor_id uuid, actor_name text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
    who uuid := register.person_now(subject);
begin
    if who is null then
        raise exception 'seloste: no such person' using errcode = 'SL404';
    end if;
    update suppression.entry e
       set lifted_at = happened, lifted_by = lift_ban.actor_kind || coalesce(' ' || lift_ban.actor_id, '')
     where e.kind = 'marketing-ban' and e.lifted_at is null
       and e.canonical_print in (select o.print
                                   from register.contact_point c
                                  cross join lateral unnest(c.canonical_print || c.older_prints) as o (print)
                                  where c.person_id = who and c.kind in ('email', 'phone'));
    update register.contact_point o
       set standing = nullif(o.standing & ~1, 0)::smallint
      from register.contact_point m
     where m.person_id = who and m.kind in ('email', 'phone') and o.canonical_print = m.canonical_print
       and o.person_id is null and (o.standing & 1) <> 0;
    update register.person
       set standing = (standing & ~1)::smallint, version = version + 1, changed_at = happened
     where person_id = who and (standing & 1) = 1;
    if found then
        perform register.note_ban(who, 'banned', proof, happened, lift_ban.actor_kind, lift_ban.actor_id, lift_ban.actor_name);
        return true;
    end if;
    return false;
end $function$;

CREATE OR REPLACE FUNCTION register.lift_domain_ban(id uuid, proof text, happened timestamp with time zone, today date, actor_kind text, actor_id uuid, actor_name text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
    marked uuid[];
begin
    update register.organisation_ban b
       set lifted_at = happened, lifted_by = actor_id, lifted_by_name = actor_name, lifted_for = proof
     where b.organisation_ban_id = id and b.lifted_at is null;
    if not found then
        return false;
    end if;
    select array_agg(p.person_id) into marked from register.person p where (p.standing & 16) <> 0;
    perform register.settle_bans(null, today);
    insert into register.change
           (change_id, entity, entity_id, person_id, standing, field, old_value, new_value, at, actor_kind, actor_id, actor_name)
    select gen_random_uuid(), 'person', p.person_id, p.person_id, p.standing, 'organisation-ban', 'banned', null, happened,
           lift_domain_ban.actor_kind, lift_domain_ban.actor_id, lift_domain_ban.actor_name
      from register.person p
     where p.person_id = any(marked) and (p.standing & 16) = 0;
    return true;
end $function$;

CREATE OR REPLACE FUNCTION register.mark_banned_points(points uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
    update register.person p
       set standing = (p.standing | 1)::smallint
     where (p.standing & 9) = 0
       and p.person_id in (select c.person_id
                             from unnest(points) as i (id)
                             join register.contact_point c on c.contact_point_id = i.id
                            cross join lateral unnest(c.canonical_print || c.older_prints) as o (print)
                             join suppression.entry e on e.canonical_print = o.print
                            where e.kind = 'marketing-ban' and e.lifted_at is null and c.person_id is not null);
    update register.person p
       set standing = (p.standing | 16)::smallint
     where (p.standing & 24) = 0
       and p.person_id in (select c.person_id
                             from unnest(points) as i (id)
                             join register.contact_point c on c.contact_point_id = i.id
                             join register.organisation_ban b on b.domain = split_part(c.value, '@', 2)
                            where b.lifted_at is null and c.kind = 'email' and c.person_id is not null);
    if exists (select 1
                 from unnest(points) as i (id)
                 join register.contact_point c on c.contact_point_id = i.id
                where c.person_id is null) then
        update register.contact_point c
           set standing = (coalesce(c.standing, 0) | m.bits)::smallint
          from (select x.contact_point_id, bit_or(x.bit) as bits
                  from (select o.contact_point_id, 1 as bit
                          from unnest(points) as i (id)
                          join register.contact_point o on o.contact_point_id = i.id
                         cross join lateral unnest(o.canonical_print || o.older_prints) as q (print)
                          join suppression.entry e on e.canonical_print = q.print
                         where e.kind = 'marketing-ban' and e.lifted_at is null
                        union all
                        select o.contact_point_id, 16
                          from unnest(points) as i (id)
                          join register.contact_point o on o.contact_point_id = i.id
                          join register.organisation_ban b on b.domain = split_part(o.value, '@', 2)
                         where o.kind = 'email' and b.lifted_at is null) x
                 group by x.contact_point_id) m
         where c.contact_point_id = m.contact_point_id and c.person_id is null and (coalesce(c.standing, 0) & m.bits) <> m.bits;
    end if;
end $function$;

CREATE OR REPLACE FUNCTION register.mark_everybody_banned()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select register.mark_banned_points(array_agg(m.contact_point_id))
      from (select c.contact_point_id
              from register.contact_point c
              join suppression.entry e on e.canonical_print = c.canonical_print
             where e.kind = 'marketing-ban' and e.lifted_at is null
            union
            select c.contact_point_id
              from register.contact_point c
             cross join lateral unnest(c.older_prints) as o (print)
              join suppression.entry e on e.canonical_print = o.print
             where e.kind = 'marketing-ban' and e.lifted_at is null
            union
            select c.contact_point_id
              from register.contact_point c
              join register.organisation_ban b on b.domain = split_part(c.value, '@', 2)
             where c.kind = 'email' and b.lifted_at is null) m
    having count(*) > 0
$function$;

CREATE OR REPLACE FUNCTION register.mark_parts(people uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
    perform 1 from register.person p where p.person_id = any(people) order by p.person_id for update;
    update register.person p
       set standing = (p.standing & 31) | k.bits
      from (select q.person_id,
                   coalesce((select bit_or(a.standing_bit) from register.partial_restriction a where a.person_id = q.person_id), 0::smallint) as bits
              from unnest(people) as q (person_id)) k
     where p.person_id = k.person_id and p.standing <> ((p.standing & 31) | k.bits);
end $function$;

CREATE OR REPLACE FUNCTION register.merge_organisations(id uuid, kept uuid, gone uuid, happened timestamp with time zone, until_on date, actor_id uuid, actor_name text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
    k register.organisation;
    g register.organisation;
    undo jsonb;
begin
    perform 1 from register.organisation o where o.organisation_id in (kept, gone) order by o.organisation_id for update;
    select * into strict k from register.organisation o where o.organisation_id = kept;
    select * into strict g from register.organisation o where o.organisation_id = gone;
    if kept = gone or k.merged_into is not null or g.merged_into is not null then
        raise exception 'seloste: merged already' using errcode = 'SL409';
    end if;
    undo := register.move_rows('register.organisation', 'organisation_id', gone, kept, null)
            || jsonb_build_object('gone', to_jsonb(g), 'kept', to_jsonb(k));
    update register.organisation o
       set version = o.version + 1, changed_at = happened, merged_into = kept
     where o.organisation_id = gone;
    update register.organisation o set version = o.version + 1, changed_at = happened where o.organisation_id = kept;
    insert into register.merge (merge_id, organisation_id, gone_id, merged_at, merged_by, merged_by_name, undo_until, undo)
    values (id, kept, gone, happened, actor_id, actor_name, until_on, undo::text);
end $function$;

CREATE OR REPLACE FUNCTION register.merge_people(id uuid, kept uuid, gone uuid, happened timestamp with time zone, until_on date, actor_id uuid, actor_name text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
    k register.person;
    g register.person;
    joined smallint;
    undo jsonb;
begin
    perform 1 from register.person p where p.person_id in (kept, gone) order by p.person_id for update;
    select * into strict k from register.person p where p.person_id = kept;
    select * into strict g from register.person p where p.person_id = gone;
    if kept = gone or k.merged_into is not null or g.merged_into is not null then
        raise exception 'seloste: merged already' using errcode = 'SL409';
    end if;
    joined := k.standing | g.standing;
    update register.person p
       set standing = joined,
           version = p.version + 1,
           changed_at = happened,
           inform_by = least(k.inform_by, g.inform_by),
           informed_at = case when (joined & 4) <> 0 then null else coalesce(least(k.informed_at, g.informed_at), k.informed_at) end,
           last_act_at = greatest(k.last_act_at, g.last_act_at)
     where p.person_id = kept;
    undo := register.move_rows('register.person', 'person_id', gone, kept, joined)
            || jsonb_build_object('gone', to_jsonb(g), 'kept', to_jsonb(k), 'joined', joined);
    update register.person p
       set standing = 8, version = p.version + 1, changed_at = happened, merged_into = kept, name = '', given_name = null, family_name = null,
           sort_name = '', search_words = '', job_title = null, department = null, language = null, owner_by = null, role_reason = null,
           source_detail = case when p.source_detail is null then null else '' end, sourced_by = null, last_act_at = null
     where p.person_id = gone;
    insert into register.merge (merge_id, person_id, standing, gone_id, merged_at, merged_by, merged_by_name, undo_until, undo)
    select id, kept, p.standing, gone, happened, actor_id, actor_name, until_on, undo::text
      from register.person p
     where p.person_id = kept;
end $function$;

CREATE OR REPLACE FUNCTION register.move_back(undo jsonb, kept uuid, gone uuid, gone_standing smallint)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
    t jsonb;
    content jsonb;
    relation regclass;
begin
    for t in select e from jsonb_array_elements(undo -> 'moved') e loop
        relation := (t ->> 'table')::regclass;
        execute format('update %s x set %I = $1%s from jsonb_populate_recordset(null::%s, $2) k where x.%I = $3 and %s',
                       relation, t ->> 'column',
                       case when t ->> 'standing' is null then '' else format(', %I = %s', t ->> 'standing', gone_standing) end,
                       relation, t ->> 'column',
                       (select string_agg(format('x.%I = k.%I', k, k), ' and ') from unnest(register.key_columns(relation)) k))
          using gone, t -> 'keys', kept;
    end loop;
    for t in select e from jsonb_array_elements(undo -> 'dropped') e loop
        relation := (t ->> 'table')::regclass;
        content := (t -> 'row') || case when t -> 'row' ? 'standing' then jsonb_build_object('standing', gone_standing) else '{}' end;
        if relation = 'register.custom_value'::regclass then
            content := content || jsonb_build_object('category', (select d.category
                                                                    from register.custom_field d
                                                                   where d.custom_field_id = (content ->> 'custom_field_id')::uuid));
            continue when content ->> 'category' is null;
        end if;
        execute format('insert into %s overriding system value select * from jsonb_populate_record(null::%s, $1)', relation, relation)
          using content;
    end loop;
end $function$;

CREATE OR REPLACE FUNCTION register.move_rows(parent regclass, named name, gone uuid, kept uuid, kept_standing smallint)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
    t record;
    set_clause text;
    keys jsonb;
    dropped jsonb := '[]';
    moved jsonb := '[]';
begin
    for t in select * from register.leading_columns(parent, named) loop
        set_clause := format('%I = %L', t.id_column, kept)
                      || case when t.standing_column is null then '' else format(', %I = %s', t.standing_column, kept_standing) end;
        begin
            execute format('with m as (update %s x set %s where %I = $1 returning %s) select coalesce(jsonb_agg(to_jsonb(m)), ''[]'') from m',
                           t.relation, set_clause, t.id_column,
                           (select string_agg(format('x.%I', k), ', ') from unnest(register.key_columns(t.relation)) k))
               into keys using gone;
        exception when unique_violation then
            keys := '[]';
            select s.moved, s.dropped into keys, dropped
              from register.move_singly(t.relation, t.id_column, set_clause, gone, keys, dropped) s;
        end;
        if keys <> '[]' then
            moved := moved || jsonb_build_object('table', t.relation::text, 'column', t.id_column, 'standing', t.standing_column, 'keys', keys);
        end if;
    end loop;
    return jsonb_build_object('moved', moved, 'dropped', dropped);
end $function$;

CREATE OR REPLACE FUNCTION register.move_singly(t regclass, id_column name, set_clause text, gone uuid, INOUT moved jsonb, INOUT dropped jsonb)
 RETURNS record
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
    one record;
    key jsonb;
begin
    for one in execute format('select x.tableoid as part, x.ctid as place, to_jsonb(x) as content from %s x where %I = $1', t, id_column) using gone loop
        begin
            execute format('update %s x set %s where x.tableoid = $1 and x.ctid = $2 returning to_jsonb(x)', t, set_clause)
               into strict key using one.part, one.place;
            moved := moved || key;
        exception when unique_violation then
            begin
                execute format('delete from %s x where x.tableoid = $1 and x.ctid = $2', t) using one.part, one.place;
                dropped := dropped || jsonb_build_object('table', t::text, 'row', one.content);
            exception when foreign_key_violation then
                null; -- something hangs on it: it stays with the alias
            end;
        end;
    end loop;
end $function$;

CREATE OR REPLACE FUNCTION register.note_ban(subject uuid, was text, became text, happened timestamp with time zone, actor_kind text, actor_id uuid, actor_name text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    insert into register.change
           (change_id, entity, entity_id, person_id, standing, field, old_value, new_value, at, actor_kind, actor_id, actor_name)
    select gen_random_uuid(), 'person', p.person_id, p.person_id, p.standing, 'marketing-ban', was, became, happened,
           note_ban.actor_kind, note_ban.actor_id, note_ban.actor_name
      from register.person p
     where p.person_id = subject
$function$;

CREATE OR REPLACE FUNCTION register.organisation_now(organisation uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    with recursive way as (
        select o.organisation_id, o.merged_into from register.organisation o where o.organisation_id = organisation
        union
        select o.organisation_id, o.merged_into from way w join register.organisation o on o.organisation_id = w.merged_into)
    select w.organisation_id from way w where w.merged_into is null
$function$;

CREATE OR REPLACE FUNCTION register.part_organisations(id uuid, happened timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
    m register.merge;
begin
    select * into strict m from register.merge x where x.merge_id = id for update;
    update register.organisation o
       set version = o.version + 1, changed_at = happened, merged_into = null
     where o.organisation_id = m.gone_id;
    perform register.move_back(m.undo::jsonb, m.organisation_id, m.gone_id, null);
    update register.merge x set undone_at = happened, undo = null where x.merge_id = id;
end $function$;

CREATE OR REPLACE FUNCTION register.part_people(id uuid, happened timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
    m register.merge;
    g register.person;
    k register.person;
    now_standing smallint;
    gone_standing smallint;
    since smallint;
    undo jsonb;
begin
    select * into strict m from register.merge x where x.merge_id = id for update;
    undo := m.undo::jsonb;
    perform 1 from register.person p where p.person_id in (m.person_id, m.gone_id) order by p.person_id for update;
    g := jsonb_populate_record(null::register.person, undo -> 'gone');
    k := jsonb_populate_record(null::register.person, undo -> 'kept');
    update register.partial_restriction a
       set person_id = m.gone_id
     where a.person_id = m.person_id
       and a.request_id in (select b.request_id
                              from jsonb_array_elements(undo -> 'moved') t
                             cross join lateral jsonb_populate_recordset(null::register.partial_restriction, t -> 'keys') b
                             where t ->> 'table' = 'register.partial_restriction');
    select p.standing into strict now_standing from register.person p where p.person_id = m.person_id;
    select p.standing into strict gone_standing from register.person p where p.person_id = m.gone_id;
    since := now_standing & ~((undo ->> 'joined')::smallint) & 31;
    gone_standing := ((g.standing | since) & 31) | (gone_standing & ~31);
    update register.person p
       set standing = gone_standing, version = p.version + 1, changed_at = happened, merged_into = null, name = g.name,
           given_name = g.given_name, family_name = g.family_name, sort_name = g.sort_name, search_words = g.search_words,
           job_title = g.job_title, department = g.department, language = g.language, owner_by = g.owner_by, role_reason = g.role_reason,
           source_detail = g.source_detail, sourced_by = g.sourced_by, last_act_at = g.last_act_at
     where p.person_id = m.gone_id;
    update register.person p
       set standing = (((k.standing & now_standing) | since) & 31) | (now_standing & ~31), version = p.version + 1, changed_at = happened,
           inform_by = k.inform_by, informed_at = coalesce(p.informed_at, k.informed_at)
     where p.person_id = m.person_id;
    perform register.move_back(undo, m.person_id, m.gone_id, gone_standing);
    update register.merge x set undone_at = happened, undo = null where x.merge_id = id;
end $function$;

CREATE OR REPLACE FUNCTION register.parts_altered()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
    people uuid[];
begin
    if tg_op = 'INSERT' then
        select array_agg(distinct x.person_id) into people from arrived x;
    elsif tg_op = 'DELETE' then
        select array_agg(distinct x.person_id) into people from departed x;
    else
        select array_agg(distinct x.person_id) into people
          from (select d.person_id from departed d union all select a.person_id from arrived a) x;
    end if;
    if people is not null then
        perform register.mark_parts(people);
    end if;
    return null;
end $function$;

CREATE OR REPLACE FUNCTION register.person_acted(subject uuid, happened timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    update register.person p
       set last_act_at = greatest(p.last_act_at, happened)
     where p.person_id = subject and (p.standing & 8) = 0
$function$;

CREATE OR REPLACE FUNCTION register.person_now(subject uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    with recursive way as (
        select p.person_id, p.merged_into from register.person p where p.person_id = subject
        union
        select p.person_id, p.merged_into from way w join register.person p on p.person_id = w.merged_into)
    select w.person_id from way w where w.merged_into is null
$function$;

CREATE OR REPLACE FUNCTION register.rows_of_organisation(organisation uuid)
 RETURNS TABLE(relation text, rows bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
    t record;
begin
    for t in select * from register.leading_columns('register.organisation', 'organisation_id') loop
        relation := t.relation::text;
        execute format('select count(*) from %s where %I = $1', t.relation, t.id_column) into rows using organisation;
        if rows > 0 then
            return next;
        end if;
    end loop;
end $function$;

CREATE OR REPLACE FUNCTION register.rows_of_person(subject uuid)
 RETURNS TABLE(relation text, rows bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
    t record;
begin
    for t in select * from register.leading_columns('register.person', 'person_id') loop
        relation := t.relation::text;
        execute format('select count(*) from %s where %I = $1', t.relation, t.id_column) into rows using subject;
        if rows > 0 then
            return next;
        end if;
    end loop;
end $function$;

CREATE OR REPLACE FUNCTION register.settle_bans(people uuid[], today date)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
    changed integer;
begin
    update register.person p
       set standing = (p.standing & ~16)::smallint
     where (p.standing & 16) <> 0 and (people is null or p.person_id = any(people))
       and not exists (select 1
                         from register.contact_point c
                         join register.organisation_ban b on b.domain = split_part(c.value, '@', 2)
                        where c.person_id = p.person_id and c.kind = 'email' and b.lifted_at is null
                          and (c.valid_until is null or c.valid_until >= today));
    get diagnostics changed = row_count;
    if people is null then
        update register.contact_point c
           set standing = nullif(k.bits, 0)::smallint
          from (select o.contact_point_id,
                       (case when exists (select 1
                                            from unnest(o.canonical_print || o.older_prints) as q (print)
                                            join suppression.entry e on e.canonical_print = q.print
                                           where e.kind = 'marketing-ban' and e.lifted_at is null) then 1 else 0 end)
                       | (case when exists (select 1
                                              from register.organisation_ban b
                                             where b.domain = split_part(o.value, '@', 2) and b.lifted_at is null) then 16 else 0 end) as bits
                  from register.contact_point o
                 where o.person_id is null and o.standing is not null) k
         where c.contact_point_id = k.contact_point_id and c.standing <> k.bits;
    end if;
    return changed;
end $function$;

CREATE OR REPLACE FUNCTION register.suppression_gaps()
 RETURNS TABLE(unmarked bigint, recollected bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select (select count(distinct p.person_id)
              from register.contact_point c
             cross join lateral unnest(c.canonical_print || c.older_prints) as o (print)
              join suppression.entry e on e.canonical_print = o.print
              join register.person p on p.person_id = c.person_id
             where e.kind = 'marketing-ban' and e.lifted_at is null and (p.standing & 9) = 0)
           + (select count(distinct p.person_id)
                from register.contact_point c
                join register.organisation_ban b on b.domain = split_part(c.value, '@', 2)
                join register.person p on p.person_id = c.person_id
               where b.lifted_at is null and c.kind = 'email' and c.valid_until is null and (p.standing & 24) = 0),
           (select count(distinct c.contact_point_id)
              from register.contact_point c
             cross join lateral unnest(c.canonical_print || c.older_prints) as o (print)
              join suppression.entry e on e.canonical_print = o.print
             where e.kind = 'recollection' and e.lifted_at is null and c.created_at > e.since_at
               and c.source in ('public-web', 'bought-list', 'visitor-identification', 'other-system'))
$function$;

CREATE OR REPLACE FUNCTION register.twin_people(after_print bytea, n integer)
 RETURNS TABLE(canonical_print bytea, one_id uuid, other_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select g.canonical_print, g.ids[1], g.ids[2]
      from (select c.canonical_print, array_agg(distinct c.person_id order by c.person_id) as ids
              from register.contact_point c
             where c.canonical_print > coalesce(after_print, ''::bytea)
               and c.person_id is not null and c.usage = 'personal' and c.kind in ('email', 'phone')
             group by c.canonical_print
            having count(distinct c.person_id) > 1
             order by c.canonical_print
             limit n * 2) g
     where not exists (select 1 from register.kept_apart k where k.person_id = g.ids[1] and k.other_id = g.ids[2])
     order by g.canonical_print
     limit n
$function$;

CREATE OR REPLACE FUNCTION register.twins_of_organisation(organisation uuid)
 RETURNS TABLE(other_id uuid, reason text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select t.other_id, min(t.reason)
      from (select o.organisation_id as other_id,
                   case when o.business_id = me.business_id then 'business-id' when o.domain = me.domain then 'domain' else 'name' end as reason
              from register.organisation me
              join register.organisation o
                on o.organisation_id <> me.organisation_id and o.merged_into is null
               and o.organisation_id in (select x.organisation_id from register.organisation x where x.business_id = me.business_id
                                         union all
                                         select x.organisation_id from register.organisation x where x.domain = me.domain
                                         union all
                                         select x.organisation_id from register.organisation x where x.name_folded = me.name_folded)
             where me.organisation_id = organisation) t
     where not exists (select 1 from register.kept_apart k where k.organisation_id = organisation and k.other_id = t.other_id)
     group by t.other_id
     limit 50
$function$;

CREATE OR REPLACE FUNCTION register.twins_of_person(subject uuid)
 RETURNS TABLE(other_id uuid, reason text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select t.other_id, min(t.reason)
      from (select o.person_id as other_id, o.kind as reason
              from register.contact_point m
              join register.contact_point o on o.canonical_print = m.canonical_print and o.person_id <> m.person_id
             where m.person_id = subject and m.kind in ('email', 'phone') and m.usage = 'personal' and o.usage = 'personal'
            union
            select b.person_id, 'name'
              from register.person me
              join register.affiliation a on a.person_id = me.person_id
              join register.affiliation b on b.organisation_id = a.organisation_id and b.person_id <> a.person_id
              join register.person p on p.person_id = b.person_id
             where me.person_id = subject
               and split_part(p.search_words, ' | ', 1) = split_part(me.search_words, ' | ', 1)) t
     where not exists (select 1 from register.kept_apart k where k.person_id = subject and k.other_id = t.other_id)
     group by t.other_id
     limit 50
$function$;

CREATE OR REPLACE FUNCTION register.values_of_field(field uuid)
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select count(*) from register.custom_value v where v.custom_field_id = field
$function$;

CREATE OR REPLACE FUNCTION register.word_pattern(word text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog'
AS $function$
    select case when length(word) < 3 then '% ' else '%' end || register.escaped(word) || '%'
$function$;

CREATE OR REPLACE FUNCTION responses.followed_since(since timestamp with time zone, of_purpose text, moment timestamp with time zone)
 RETURNS TABLE(person_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select distinct r.person_id
      from responses.response r
     where r.kind = 'clicked' and r.at >= since and (r.standing & 159) = 0
       and (of_purpose is null
            or r.person_id in (select s.person_id from consents.standing(of_purpose, '', moment) s))
$function$;

CREATE OR REPLACE FUNCTION responses.forget(withdrawn uuid[], of_purpose text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    delete from responses.response r
     where r.person_id in (select c.person_id
                             from consents.consent c
                            where c.consent_id = any (withdrawn) and c.purpose = of_purpose and c.topic = '');
    update responses.trace t
       set person_id = null
     where t.person_id in (select c.person_id
                             from consents.consent c
                            where c.consent_id = any (withdrawn) and c.purpose = of_purpose and c.topic = '')
$function$;

CREATE OR REPLACE FUNCTION responses.has_followed(campaign uuid, person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select exists (select 1
                     from responses.trace t
                    where t.person_id = person and t.campaign_id = campaign and t.clicks > 0 and (t.standing & 128) = 0)
$function$;

CREATE OR REPLACE FUNCTION responses.is_known(campaign uuid, person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select exists (select 1 from responses.trace t where t.person_id = person and t.campaign_id = campaign and (t.standing & 128) = 0)
$function$;

CREATE OR REPLACE FUNCTION responses.known(campaign uuid, of_purpose text, moment timestamp with time zone)
 RETURNS TABLE(person_id uuid, opens bigint, clicks bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select t.person_id, sum(t.opens), sum(t.clicks)
      from responses.trace t
     where t.campaign_id = campaign and t.person_id is not null and (t.standing & 159) = 0
       and (of_purpose is null
            or t.person_id in (select s.person_id from consents.standing(of_purpose, '', moment) s))
     group by t.person_id
$function$;

CREATE OR REPLACE FUNCTION responses.way_of(print bytea)
 RETURNS TABLE(campaign_id uuid, crowd_id uuid, trace_id uuid, made_at timestamp with time zone, subject_no integer, language text, segment text, begun_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select t.campaign_id, t.crowd_id, t.trace_id, t.made_at, c.subject_no, c.counted_language, c.counted_segment, c.made_at
      from responses.trace t
      join responses.crowd c on c.crowd_id = t.crowd_id
     where t.token_print = print
    union all
    select c.campaign_id, c.crowd_id, null, null, c.subject_no, c.counted_language, c.counted_segment, c.made_at
      from responses.shared s
      join responses.crowd c on c.crowd_id = s.crowd_id
     where s.token_print = print
$function$;

CREATE OR REPLACE FUNCTION rights.next_number(of_year integer)
 RETURNS text
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    insert into rights.number_series as s (year, last_number)
    values (of_year, 1)
        on conflict (year) do update set last_number = s.last_number + 1
    returning s.year || '-' || lpad(s.last_number::text, greatest(4, length(s.last_number::text)), '0')
$function$;

CREATE OR REPLACE FUNCTION rights.open_link(link bytea, for_aim text, happened timestamp with time zone)
 RETURNS TABLE(request_id uuid, person_id uuid, number text, kind text, language text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select q.request_id, q.person_id, q.number, q.kind, q.language
      from rights.link l
      join rights.request q on q.request_id = l.request_id
     where l.link_print = link and l.aim = for_aim and l.expires_at > happened
$function$;

CREATE OR REPLACE FUNCTION rights.prove_by_code(link bytea, tried bytea, happened timestamp with time zone, own_link bytea, own_until timestamp with time zone)
 RETURNS TABLE(answer text, request_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION rights.receive_request(id uuid, asked text, address text, asker text, said text, in_language text, received date, happened timestamp with time zone, code_link bytea, link_until timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
    given text := rights.next_number(extract(year from received)::integer);
begin
    insert into rights.request (request_id, number, kind, state, channel, email, name, words, language, received_on, received_at)
    values (id, given, asked, 'received', 'public-page', address, asker, said, in_language, received, happened);
    insert into rights.link (link_print, request_id, aim, made_at, expires_at) values (code_link, id, 'code', happened, link_until);
    return given;
end $function$;

CREATE OR REPLACE FUNCTION rights.try_code(of_request uuid, for_aim text, tried bytea, happened timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION store.ask_for_removal()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
    insert into store.blob_removal (blob_id) select g.blob_id from gone g on conflict do nothing;
    return null;
end $function$;

CREATE OR REPLACE FUNCTION store.ask_for_work(task text, instance text, at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    insert into store.scheduled_tasks as t (task_name, task_instance, execution_time, picked, version)
    values (task, instance, at, false, 1)
        on conflict (task_name, task_instance) do update
           set execution_time = excluded.execution_time, picked = false, picked_by = null, last_heartbeat = null,
               consecutive_failures = 0, version = t.version + 1
$function$;

CREATE OR REPLACE FUNCTION store.files_go_too()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
    delete from store.blob b using gone g where b.blob_id = g.blob_id;
    return null;
end $function$;

CREATE OR REPLACE FUNCTION suppression.refused(prints bytea[])
 RETURNS TABLE(kind text, since_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select e.kind, max(e.since_at)
      from suppression.entry e
     where e.canonical_print = any(prints) and e.lifted_at is null
     group by e.kind
$function$;

CREATE OR REPLACE FUNCTION webhooks.tell(what text, happened timestamp with time zone, objects uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    insert into webhooks.delivery (delivery_id, webhook_id, event, object_id, happened_at, next_at)
    select gen_random_uuid(), w.webhook_id, what, o.id, happened, happened
      from webhooks.webhook w
     cross join unnest(objects) as o (id)
     where what = any(w.events) and w.paused_at is null
    returning delivery_id
$function$;
