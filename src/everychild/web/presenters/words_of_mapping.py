"""Words that stand on the pages of the council's own words, in one place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class OwnWordsSaid:
    """Templates take these as `own`."""

    your_own_words: str = "Your own words"
    see_your_own_words: str = "See and change them"
    about: str = (
        "A heading or a value is read as it is published, then as you have said here. What neither knows is asked, and "
        "never guessed: a value stays unknown until somebody says what it means, and its row is kept."
    )
    stays: str = (
        "What has been loaded stays as it was read. To have it read by this, load the same files again, with the day "
        "they were taken; they come after what was loaded of them. Then close the month again."
    )
    asked: str = "What is asked"
    say_what_they_mean: str = "Say what they mean"
    put_away: str = "Put away"
    about_putting_away: str = "What is put away is asked again when a file holds it again."
    lists_with_words: str = "Lists with words of your own"
    no_words_yet: str = "No list has any yet."
    list: str = "List"
    headings: str = "Headings"
    values: str = "Values"
    whole_sheets: str = "Whole sheets"
    last_changed: str = "Last changed"
    any_list: str = "Any other list"
    open_list: str = "Open it"
    choose: str = "Choose"
    go_on: str = "Go on"
    back_to_loading: str = "Back to loading"
    back_to_words: str = "Back to your own words"
    which_list: str = "Which list is it?"
    what_each_means: str = "What each means"
    about_meanings: str = (
        "The likeliest come first, and none is taken by itself. What you leave is asked again with the next file."
    )
    leave_it: str = "Leave it for now"
    may_be: str = "May be"
    others: str = "All others"
    the_lists_page: str = "The list’s own page"
    save: str = "Save"
    is_the_column: str = "is the column"
    in_: str = "in"
    remove: str = "Remove"
    a_heading_of_yours: str = "A heading of yours"
    column_it_stands_for: str = "The column it stands for"
    add_heading: str = "Add the heading"
    a_value_of_yours: str = "A value of yours, in a column of codes"
    what_it_means: str = "What it means"
    add_value: str = "Add the value"
    about_sheets: str = "A sheet with all of these headings is read as this list, whatever else it holds."
    remove_sheet: str = "Remove sheet"
    every_change: str = "Every change"


OWN = OwnWordsSaid()
