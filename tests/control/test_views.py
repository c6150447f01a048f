"""A view is kept under a name of its own, and comes back as it was when it was taken away."""

from dataclasses import replace

import pytest

from congdoan.control import views
from congdoan.control.views import View
from congdoan.errors import StoreError

pytestmark = pytest.mark.usefixtures("kept_in")
TET = View("Tết Cao Bằng", "welfare", {"nam": "2021", "tinh": "04", "dia-gioi": "34"}, None, "real", "r1")


def names() -> list[str]:
    return [view.name for view in views.views()]


def test_a_view_comes_back_as_it_was_saved() -> None:
    number = views.save(TET)
    [found] = views.views()
    assert replace(found, saved_at="") == replace(TET, view=number)
    assert found.parameters == TET.parameters
    assert found.saved_at.endswith("Z")


def test_a_name_is_used_once_until_its_view_is_taken_away() -> None:
    first = views.save(TET)
    with pytest.raises(StoreError) as caught:
        views.save(replace(TET, name="  Tết   Cao Bằng "))
    assert caught.value.reason == "name_taken"
    views.delete(first)
    views.save(TET)
    with pytest.raises(StoreError, match="already"):
        views.restore(first)
    assert len(names()) == 1


def test_a_view_that_was_taken_away_comes_back_whole_with_its_place_as_home() -> None:
    number = views.save(replace(TET, newest_years=3, shared=True))
    views.make_home(number)
    before = views.views()
    views.delete(number)
    assert views.views() == ()
    views.restore(number)
    assert views.views() == before
    assert before[0].home


def test_one_view_is_the_home_or_none() -> None:
    one, two = views.save(TET), views.save(replace(TET, name="khác"))
    views.make_home(one)
    views.make_home(two)
    assert [view.view for view in views.views() if view.home] == [two]
    views.make_home(None)
    assert not [view for view in views.views() if view.home]


def test_the_view_that_was_used_last_stands_first(monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = views.save(TET), views.save(replace(TET, name="khác"))
    assert names() == ["khác", TET.name]
    for moment, view in (("2999-01-01T00:00:00Z", one), ("2999-01-02T00:00:00Z", two)):
        monkeypatch.setattr(views, "now", lambda moment=moment: moment)
        views.use(view)
        assert views.views()[0].view == view


def test_others_see_what_is_shared_and_nothing_else() -> None:
    number = views.save(TET)
    assert views.views("somebody") == ()
    views.share(number, shared=True)
    assert [view.view for view in views.views("somebody")] == [number]
    views.share(number, shared=False)
    assert views.views("somebody") == ()


def test_a_view_is_renamed_and_notes_the_release_that_was_seen() -> None:
    number = views.save(TET)
    views.rename(number, "Tết")
    views.see(number, "r2")
    [found] = views.views()
    assert (found.name, found.release) == ("Tết", "r2")


@pytest.mark.parametrize("name", ["", "   ", "x" * 81])
def test_a_name_has_one_to_eighty_signs(name: str) -> None:
    number = views.save(TET)
    for act in (lambda: views.save(replace(TET, name=name)), lambda: views.rename(number, name)):
        with pytest.raises(ValueError, match="allowed: 1 to 80"):
            act()
    assert names() == [TET.name]
