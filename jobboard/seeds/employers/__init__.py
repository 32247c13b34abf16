"""The forty employers of the demo board."""

from jobboard.seeds.employers.community import COMMUNITY
from jobboard.seeds.employers.companies import COMPANIES
from jobboard.seeds.employers.groups_east import GROUPS_EAST
from jobboard.seeds.employers.groups_west import GROUPS_WEST
from jobboard.seeds.employers.systems_east import SYSTEMS_EAST
from jobboard.seeds.employers.systems_west import SYSTEMS_WEST

EMPLOYERS = (*SYSTEMS_EAST, *SYSTEMS_WEST, *GROUPS_EAST, *GROUPS_WEST, *COMMUNITY, *COMPANIES)
