"""Every desk the demo board hires for, by slug."""

from jobboard.seeds.roles import (
    ancillary,
    emergency,
    heart,
    inpatient,
    integrity,
    leaders,
    medicine,
    office,
    outpatient,
    post_acute,
    procedures,
    revenue,
    risk,
    scopes,
    surgery,
)
from jobboard.seeds.roles.role import Role

ROLES: dict[str, Role] = {
    role.slug: role
    for room in (
        heart,
        surgery,
        scopes,
        medicine,
        procedures,
        office,
        ancillary,
        inpatient,
        outpatient,
        emergency,
        risk,
        post_acute,
        integrity,
        revenue,
        leaders,
    )
    for role in room.ROLES
}
