-- A letter may carry one file of text, such as an invitation for a calendar. It goes when the letter goes.
alter table store.letter
    add column file_name text,
    add column file_type text,
    add column file_text text,
    add constraint letter_file check (num_nonnulls(file_name, file_type, file_text) in (0, 3));
