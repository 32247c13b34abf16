"""What a browser would send from the editor: every box as it stands on the page, with some of them changed."""

from typing import Any

from werkzeug.datastructures import MultiDict

from tests.browsing import Browser, Page


def boxes_of(page: Page) -> MultiDict[str, str]:
    """Name -> values of the boxes of the page's longest form, as a browser would send them without pressing a button."""
    form = max(page.all(".//form"), key=lambda one: len(list(one.iter())))
    found: MultiDict[str, str] = MultiDict()
    locked = {id(inner) for group in form.findall(".//fieldset[@disabled]") for inner in group.iter()}
    for box in form.iter():
        name, kind = box.get("name"), box.get("type")
        if not name or id(box) in locked or box.tag == "button" or kind in ("submit", "file"):
            continue
        if box.tag == "select":
            chosen = [option for option in box.iter("option") if option.get("selected") is not None]
            options = chosen or list(box.iter("option"))[:1]
            found.setlistdefault(name).extend(option.get("value") or "" for option in options)
        elif box.tag == "textarea":
            found.add(name, "".join(box.itertext()))
        elif box.tag == "input" and (kind not in ("checkbox", "radio") or box.get("checked") is not None):
            found.add(name, box.get("value") or "")
    for template in form.iter("template"):
        for inner in template.iter():
            if inner.get("name"):
                found.pop(inner.get("name"), None)
    return found


def write(browser: Browser, page: Page, status: int = 200, autosave: bool = False, **changed: Any) -> Page:
    """Send the editor's form from `page` with some boxes changed."""
    fields = boxes_of(page)
    for name, value in changed.items():
        fields.setlist(name, [value] if isinstance(value, str) else value)
    headers = {"X-Requested-With": "autosave", "Accept": "application/json"} if autosave else {}
    response = browser._ask("post", page.path, not autosave, data=fields, headers=headers)
    return browser._read(response, status)
