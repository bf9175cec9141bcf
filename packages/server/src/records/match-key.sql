-- The hash of a key in outside data, for `import_match_key_idx`: the first 128 bits of SHA-256.
-- Keys may have the length of a headline. None of the parts before the value has a line break.
create or replace function match_key(record_type text, system text, value text) returns uuid
immutable parallel safe language plpgsql as $$
begin
  return encode(substr(
    sha256(convert_to(record_type || E'\n' || system || E'\n' || value, 'UTF8')), 1, 16), 'hex');
end $$;
