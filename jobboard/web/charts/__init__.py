"""The geometry of charts: where stripes, lines, columns and labels stand. Nothing is drawn or asked here.

Every place is a percentage of the drawing, so that one chart fits a phone and a desk without script, and letters
keep their size. Templates know this room as `charts`; only the chart components call it.
"""

from jobboard.web.charts.columns import columns
from jobboard.web.charts.days import package, said_of
from jobboard.web.charts.labels import id_of, percent
from jobboard.web.charts.lines import line
from jobboard.web.charts.stacking import stacked

__all__ = ["columns", "id_of", "line", "package", "percent", "said_of", "stacked"]
