-- What an employee writes of a ban is about the person and goes with the person; the list of prints outlives them both, so it keeps a code
-- and never the words.
update suppression.entry set reason = 'objection' where kind = 'marketing-ban' and reason not in ('objection', 'import', 'journal', 'request');
