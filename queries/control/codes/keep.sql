-- Keeps what a code leads to; the same code always means the same view.
-- in: $code $address $made_at
insert into codes (code, address, made_at)
values ($code, $address, $made_at)
on conflict (code) do nothing
