-- What another module takes over is handed to it before it is anybody's here, so no submission has to remember it.
alter table forms.submission drop column handed_at, drop column handed_why;
