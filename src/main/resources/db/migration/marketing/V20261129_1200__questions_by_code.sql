-- What is asked of people is kept by its code, the same that programs use, so that modules can bring questions of their own.
update marketing.audience
   set criteria = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(criteria,
           '"field":"LANGUAGE"', '"field":"language"'),
           '"field":"ROLE"', '"field":"role"'),
           '"field":"ORGANISATION"', '"field":"organisation"'),
           '"field":"SEGMENT"', '"field":"segment"'),
           '"field":"ORGANISATION_TAG"', '"field":"organisation-tag"'),
           '"field":"TAG"', '"field":"tag"'),
           '"field":"OWNER"', '"field":"owner"'),
           '"field":"SOURCE"', '"field":"source"'),
           '"field":"ACTED_SINCE"', '"field":"acted-since"'),
           '"field":"ACTED_BEFORE"', '"field":"acted-before"');
