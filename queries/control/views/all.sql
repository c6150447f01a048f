-- Which views are kept that an owner may see, the last used first?
-- in: $owner
select v.view, v.name, v.owner, v.shared, v.screen, v.parameters, v.newest_years, v.dataset, v.release, v.saved_at,
    v.used_at, h.view is not null as home
from views as v
left join homes as h on h.owner = $owner and h.view = v.view
where v.deleted_at is null
    and (v.owner = $owner or v.shared = 1)
order by coalesce(v.used_at, v.saved_at) desc, v.view desc
