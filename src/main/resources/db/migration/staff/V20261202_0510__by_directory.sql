alter table staff.session
    drop constraint session_how,
    add constraint session_how check (how in ('password', 'passkey', 'link', 'directory'));
