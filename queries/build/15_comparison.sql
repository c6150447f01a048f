-- What may be compared and ranked, all in one place: reading queries call these, tests/queries/test_comparison*.py
-- have a case for each.

-- A reading of all there is: an own total, exact items, or a sum that nobody is missing from. "At least" hides how
-- much is missing, and items of which one is not exact may hide more.
create macro is_of_all(qualifier, basis, reported, expected) as
    basis in ('reported', 'combined') and qualifier <> 'at_least' or basis = 'items' and qualifier = 'exact'
    or coalesce(reported = expected, false) and qualifier <> 'at_least';

-- A reading that speaks for its place: of all there is, or a sum over at least four fifths of it.
create macro speaks_for_place(qualifier, basis, reported, expected) as
    basis in ('reported', 'combined') and qualifier <> 'at_least' or basis = 'items' and qualifier = 'exact'
    or coalesce(reported >= 0.8 * expected, false) and qualifier <> 'at_least';

-- Why two readings are not compared, null where they are. Each is told by its kind of period, scheme of boundaries,
-- scale of ratings and extent (is_of_all); `adds_up` says whether the metric adds up over units.
create macro refusal(period_type, base_type, scale, base_scale, scheme, base_scheme, adds_up, of_all, base_of_all) as case
    when period_type <> base_type then 'period_kind'
    when scale <> base_scale then 'rating_scale'
    when scheme <> base_scheme and not adds_up then 'borders'
    when not (of_all and base_of_all) then 'extent'
end;

-- At which tier a unit stands: central industry unions are peers of the provincial federations.
create macro tier_of(level) as case when level = 'central_industry' then 'provincial' else cast(level as varchar) end;

-- Why two are not compared whatever their figures, each told by its tier, or as a place; null where they are alike. A
-- place holds all unions on its ground, a unit those below it.
create macro unlike(tier, base_tier) as case
    when tier = base_tier then null
    when 'place' in (tier, base_tier) then 'territory'
    else 'level'
end;

-- What to know of two readings that are compared, the weightiest first; null where nothing is.
create macro caution(kind, base_kind, status, base_status, scheme, base_scheme, breaks_between, qualifier, base_qualifier) as case
    when kind <> base_kind then 'other_kind'
    when (status = 'preliminary') <> (base_status = 'preliminary') then 'preliminary'
    when scheme <> base_scheme then 'other_borders'
    when breaks_between > 0 then 'series_break'
    when qualifier <> 'exact' or base_qualifier <> 'exact' then 'inexact'
end;

-- The scale on which branches were rated in a year; other subjects have one scale throughout.
create macro scale_of(subject, year, first_year_of_new) as
    case when subject = 'ratings' and year < first_year_of_new then 'old' else 'new' end;

-- Size of a place by its members. The bounds fit provinces, of which real ones have 12 000 to 650 000 members.
create macro size_band(members) as case
    when members < 50000 then 'below_50000'
    when members < 150000 then 'below_150000'
    when members < 300000 then 'below_300000'
    when members >= 300000 then 'from_300000'
end;

-- The fewest members, branches or rated branches that a rate is ranked by: below, one more or less decides it.
create macro least_base(per) as case per when 'members' then 500 else 10 end;

-- Why a place has no rank, null where it has one. `base` is what the value is divided by where `per` says so, `least`
-- the fewest it may be.
create macro unranked_because(value, speaks, per, base, base_speaks, least) as case
    when value is null then 'no_figure'
    when not speaks then 'coverage'
    when per is null then null
    when base is null then 'no_base'
    when not base_speaks then 'coverage'
    when base < least then 'small_base'
end;

-- Whether the ratings listed are those of all of a place's branches: in a complete register of nine tenths at least, as
-- some reports are never sent, and never of more than there are.
create macro is_whole_set(listed, branches, register_complete) as
    coalesce(listed <= branches and listed >= case when register_complete then 0.9 else 1 end * branches, false);
