-- What was made up on the way goes before the figures are summed, so that both never share the memory.
drop view loaded;
drop table lines;
drop table lives;
drop table branches;
