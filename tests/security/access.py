"""Who gets which answer at every address of the board: the table that `test_access.py` holds the board to.

One row: endpoint, method, the thing in its address ("-" for none, `part=pages,number=1` for a public fact), the form that a person would send, and the answers
for a visitor, Acme's owner, recruiter, viewer, a former owner, a rival's owner, the coder whose things they are,
another coder, a moderator and an admin. "log-in" is being asked to log in first.
"""

from typing import Any, NamedTuple


class Row(NamedTuple):
    endpoint: str
    method: str
    thing: str
    answers: tuple[str, ...]
    form: dict[str, Any]

    @property
    def name(self) -> str:
        return f"{self.method} {self.endpoint} ({self.thing})"


FORMS: dict[str, dict[str, Any]] = {
    "admin.add": {"both": "wibble\nwobble", "one_way": ""},
    "admin.change": {"seen": "1", "both": "tick tick\ntock tock", "one_way": ""},
    "jobs.search_code_list": {"codes": "44314 x3"},
    "employers.close": {"reason": "cancelled"},
    "employers.decline": {"reason": "experience", "message": "Thank you."},
    "employers.change_role": {"role": "recruiter"},
    "employers.invite": {"email": "new.person@example.com", "role": "viewer"},
    "moderation.approve": {"seen": "THIS"},
    "moderation.ask_for_changes": {"seen": "THIS", "reasons": "pay_unclear", "note": "Which unit?"},
    "moderation.reject": {"seen": "THIS", "reasons": "scam", "note": ""},
    "moderation.remove": {"seen": "THIS", "reasons": "scam", "note": ""},
    "account.rename": {"name": "Another Name"},
    "searches.edit_search": {"name": "Another name", "rhythm": "weekly", "zone": "America/Denver"},
    "tracking.add_entries": {"lines": "44314 x3", "day": "2026-11-03"},
    "tracking.begin_list": {"name": "Colorectal", "site": "facility"},
    "tracking.edit_entry": {"code": "45378", "times": "2", "day": "2026-11-03"},
    "tracking.edit_list": {"name": "Another name", "site": "office"},
}

TABLE = """
#                              verb thing           nobody owner  recr.  viewer former rival  coder  other  moder. admin
account.ask_for_confirmation   POST -               422    422    422    422    422    422    422    422    422    422
account.ask_for_new_email      POST -               log-in 422    422    422    422    422    422    422    422    422
account.ask_for_reset          POST -               422    422    422    422    422    422    422    422    422    422
account.begin_session          POST -               422    422    422    422    422    422    422    422    422    422
account.change_email           POST nonsense        410    410    410    410    410    410    410    410    410    410
account.change_password        POST -               log-in 422    422    422    422    422    422    422    422    422
account.coder_sign_up          GET  -               200    200    200    200    200    200    200    200    200    200
account.confirm                POST nonsense        410    410    410    410    410    410    410    410    410    410
account.confirmation           GET  nonsense        410    410    410    410    410    410    410    410    410    410
account.confirmations          GET  -               200    200    200    200    200    200    200    200    200    200
account.email                  GET  -               log-in 200    200    200    200    200    200    200    200    200
account.employer_sign_up       GET  -               200    200    200    200    200    200    200    200    200    200
account.end_session            POST session         log-in 302    404    404    404    404    404    404    404    404
account.invitation             GET  nonsense        410    410    410    410    410    410    410    410    410    410
account.invitation             GET  invitation_link 200    200    200    200    200    200    200    200    200    200
account.log_in                 GET  -               200    302    302    302    302    302    302    302    302    302
account.new_email              GET  nonsense        410    410    410    410    410    410    410    410    410    410
account.new_password           GET  nonsense        410    410    410    410    410    410    410    410    410    410
account.overview               GET  -               log-in 200    200    200    200    200    200    200    200    200
account.password               GET  -               log-in 200    200    200    200    200    200    200    200    200
account.password_reset         GET  -               200    200    200    200    200    200    200    200    200    200
account.rename                 POST -               log-in 302    302    302    302    302    302    302    302    302
account.reset_password         POST nonsense        410    410    410    410    410    410    410    410    410    410
account.sessions               GET  -               log-in 200    200    200    200    200    200    200    200    200
account.sign_up                GET  -               200    200    200    200    200    200    200    200    200    200
account.sign_up_coder          POST -               422    422    422    422    422    422    422    422    422    422
account.sign_up_employer       POST -               422    422    422    422    422    422    422    422    422    422
account.sign_up_invited        POST nonsense        410    410    410    410    410    410    410    410    410    410
account.take_seat              POST nonsense        410    410    410    410    410    410    410    410    410    410
admin.decisions                GET  -               log-in 404    404    404    404    404    404    404    404    200
admin.decisions                GET  -               log-in 404    404    404    404    404    404    404    404    200
admin.releases                 GET  -               log-in 404    404    404    404    404    404    404    404    200
admin.changes                  GET  -               log-in 404    404    404    404    404    404    404    404    404
admin.credentials              GET  -               log-in 404    404    404    404    404    404    404    404    200
admin.confirm                  POST credential      log-in 404    404    404    404    404    404    404    404    302
admin.withdraw                 POST vouched         log-in 404    404    404    404    404    404    404    404    302
admin.synonyms                 GET  -               log-in 404    404    404    404    404    404    404    404    200
admin.new                      GET  -               log-in 404    404    404    404    404    404    404    404    200
admin.add                      POST -               log-in 404    404    404    404    404    404    404    404    302
admin.synonym_group            GET  saying_group    log-in 404    404    404    404    404    404    404    404    200
admin.change                   POST saying_group    log-in 404    404    404    404    404    404    404    404    302
admin.retire                   POST saying_group    log-in 404    404    404    404    404    404    404    404    302
admin.restore                  POST retired_group   log-in 404    404    404    404    404    404    404    404    302
alerts.address                 GET  nonsense        410    410    410    410    410    410    410    410    410    410
alerts.ask                     POST -               422    422    422    422    422    422    422    422    422    422
alerts.change                  POST nonsense        410    410    410    410    410    410    410    410    410    410
alerts.confirm                 POST nonsense        410    410    410    410    410    410    410    410    410    410
alerts.confirm                 POST confirm_link    302    302    302    302    302    302    302    302    302    302
alerts.confirmation            GET  confirm_link    200    200    200    200    200    200    200    200    200    200
alerts.kept                    GET  nonsense        410    410    410    410    410    410    410    410    410    410
alerts.kept                    GET  manage_link     200    200    200    200    200    200    200    200    200    200
alerts.mailbox                 GET  -               200    200    200    200    200    200    200    200    200    200
alerts.new                     GET  -               200    200    200    200    200    200    200    200    200    200
alerts.stop                    GET  stop_link       200    200    200    200    200    200    200    200    200    200
alerts.stop_letters            POST stop_link       200    200    200    200    200    200    200    200    200    200
alerts.take_letters            POST nonsense        410    410    410    410    410    410    410    410    410    410
applicants.apply               GET  live            log-in 403    403    403    403    403    200    200    403    403
applicants.apply               GET  draft           log-in 403    403    403    403    403    404    404    403    403
applicants.delete              POST resume          log-in 403    403    403    403    403    302    404    403    403
applicants.index               GET  -               log-in 403    403    403    403    403    200    200    403    403
applicants.kept                GET  -               log-in 403    403    403    403    403    200    200    403    403
applicants.kept_resume         GET  resume          log-in 403    403    403    403    403    200    404    403    403
applicants.resume              GET  application     log-in 403    403    403    403    403    200    404    403    403
applicants.send                POST live            log-in 403    403    403    403    403    422    422    403    403
applicants.send                POST draft           log-in 403    403    403    403    403    404    404    403    403
applicants.show                GET  application     log-in 403    403    403    403    403    200    404    403    403
applicants.withdraw            POST application     log-in 403    403    403    403    403    302    404    403    403
codes.code                     GET  code_set=cpt,code=44314 200    200    200    200    200    200    200    200    200    200
codes.credential               GET  slug=cpc    200    200    200    200    200    200    200    200    200    200
codes.credentials              GET  -           200    200    200    200    200    200    200    200    200    200
codes.families                 GET  -           200    200    200    200    200    200    200    200    200    200
codes.families_of              GET  code_set=cpt 200    200    200    200    200    200    200    200    200    200
codes.family                   GET  slug=cpt-surgery 200    200    200    200    200    200    200    200    200    200
codes.index                    GET  -           200    200    200    200    200    200    200    200    200    200
codes.releases                 GET  -               200    200    200    200    200    200    200    200    200    200
codes.index_json               GET  -           200    200    200    200    200    200    200    200    200    200
codes.specialties              GET  -           200    200    200    200    200    200    200    200    200    200
codes.specialty                GET  slug=cardiology 200    200    200    200    200    200    200    200    200    200
employers.application          GET  application     log-in 200    200    200    403    404    403    403    403    403
employers.begin_change         POST live            log-in 302    302    403    403    403    403    403    403    403
employers.change_role          POST seat            log-in 302    403    403    403    404    403    403    403    403
employers.close                POST live            log-in 302    302    403    403    403    403    403    403    403
employers.closing              GET  live            log-in 200    200    403    403    403    403    403    403    403
employers.company              GET  -               log-in 200    403    403    403    200    403    403    403    403
employers.confirm              POST live            log-in 302    302    403    403    403    403    403    403    403
employers.decline              POST application     log-in 302    302    403    403    404    403    403    403    403
employers.discard              POST draft           log-in 302    302    403    403    404    403    403    403    403
employers.door                 GET  -               log-in 302    302    302    403    302    403    403    403    403
employers.edit                 GET  draft           log-in 200    200    403    403    404    403    403    403    403
employers.edit_company         POST -               log-in 422    403    403    403    422    403    403    403    403
employers.end_seat             POST seat            log-in 302    403    403    403    404    403    403    403    403
employers.families             GET  -               log-in 200    200    200    403    200    403    403    403    403
employers.hire                 POST offer           log-in 302    302    403    403    404    403    403    403    403
employers.index                GET  -               log-in 200    200    200    403    200    403    403    403    403
employers.invite               POST -               log-in 302    403    403    403    302    403    403    403    403
employers.invite_to_interview  POST application     log-in 302    302    403    403    404    403    403    403    403
employers.make_offer           POST application     log-in 302    302    403    403    404    403    403    403    403
employers.members              GET  -               log-in 200    200    200    403    200    403    403    403    403
employers.new                  POST -               log-in 302    302    403    403    302    403    403    403    403
employers.open                 POST sent_application log-in 302    302    403    403    404    403    403    403    403
employers.pause                POST live            log-in 302    302    403    403    403    403    403    403    403
employers.posting              GET  draft           log-in 200    200    200    403    404    403    403    403    403
employers.preview              GET  draft           log-in 200    200    200    403    404    403    403    403    403
employers.received             GET  live            log-in 200    200    200    403    403    403    403    403    403
employers.repost               POST closed          log-in 302    302    403    403    404    403    403    403    403
employers.resume               POST paused          log-in 302    302    403    403    404    403    403    403    403
employers.resume_file          GET  application     log-in 200    200    200    403    404    403    403    403    403
employers.role                 GET  seat            log-in 200    403    403    403    404    403    403    403    403
employers.start_conversation   POST application     log-in 302    302    403    403    404    403    403    403    403
employers.submit               POST draft           log-in 302    302    403    403    404    403    403    403    403
employers.withdraw             POST in_review       log-in 302    302    403    403    404    403    403    403    403
employers.withdraw_invitation  POST invitation      log-in 302    403    403    403    404    403    403    403    403
employers.write                POST draft           log-in 409    409    403    403    404    403    403    403    403
jobs.about                     GET  -               200    200    200    200    200    200    200    200    200    200
jobs.browse                    GET  -               200    200    200    200    200    200    200    200    200    200
jobs.code_list                 GET  -               200    200    200    200    200    200    200    200    200    200
jobs.search_code_list          POST -               302    302    302    302    302    302    302    302    302    302
jobs.companies                 GET  -               200    200    200    200    200    200    200    200    200    200
jobs.company                   GET  slug            200    200    200    200    200    200    200    200    200    200
jobs.filter_list               GET  name=state      200    200    200    200    200    200    200    200    200    200
jobs.feed                      GET  -               200    200    200    200    200    200    200    200    200    200
jobs.home                      GET  -               200    200    200    200    200    200    200    200    200    200
jobs.how_we_review             GET  -               200    200    200    200    200    200    200    200    200    200
jobs.landing                   GET  nonsense        404    404    404    404    404    404    404    404    404    404
jobs.json_feed                 GET  -               200    200    200    200    200    200    200    200    200    200
jobs.opensearch                GET  -               200    200    200    200    200    200    200    200    200    200
jobs.posting                   GET  draft           404    200    200    200    404    404    404    404    200    404
jobs.posting                   GET  live            200    200    200    200    200    200    200    200    200    200
jobs.posting                   GET  closed          410    410    410    410    410    410    410    410    410    410
jobs.privacy                   GET  -               200    200    200    200    200    200    200    200    200    200
jobs.results                   GET  -               200    200    200    200    200    200    200    200    200    200
jobs.results_json              GET  -               200    200    200    200    200    200    200    200    200    200
jobs.suggest                   GET  -               200    200    200    200    200    200    200    200    200    200
jobs.robots                    GET  -               200    200    200    200    200    200    200    200    200    200
jobs.sitemap                   GET  -               200    200    200    200    200    200    200    200    200    200
jobs.sitemap_of                GET  part=pages,number=1 200    200    200    200    200    200    200    200    200    200
jobs.suggestions               GET  -               200    200    200    200    200    200    200    200    200    200
jobs.terms                     GET  -               200    200    200    200    200    200    200    200    200    200
moderation.approve             POST in_review       log-in 404    404    404    404    404    404    404    302    404
moderation.ask_for_changes     POST in_review       log-in 404    404    404    404    404    404    404    302    404
moderation.claim               POST in_review       log-in 404    404    404    404    404    404    404    302    404
moderation.decisions           GET  -               log-in 404    404    404    404    404    404    404    200    404
moderation.queue               GET  -               log-in 404    404    404    404    404    404    404    200    404
moderation.reject              POST in_review       log-in 404    404    404    404    404    404    404    302    404
moderation.remove              POST live            log-in 404    404    404    404    404    404    404    302    404
moderation.show                GET  in_review       log-in 404    404    404    404    404    404    404    200    404
searches.ask                   POST -               log-in 302    302    302    302    302    302    302    302    302
searches.delete                POST saved_search    log-in 404    404    404    404    404    302    404    404    404
searches.edit                  GET  saved_search    log-in 404    404    404    404    404    200    404    404    404
searches.edit_search           POST saved_search    log-in 404    404    404    404    404    302    404    404    404
searches.index                 GET  -               log-in 200    200    200    200    200    200    200    200    200
searches.keep                  POST -               log-in 302    302    302    302    302    302    302    302    302
searches.open                  POST saved_search    log-in 404    404    404    404    404    302    404    404    404
searches.resume                POST paused_search   log-in 404    404    404    404    404    302    404    404    404
searches.stop                  POST saved_search    log-in 404    404    404    404    404    302    404    404    404
tracking.add_entries           POST procedure_list log-in 404   404    404    404    404    302    404    404    404
tracking.begin_list            POST -              log-in 302    302    302    302    302    302    302    302    302
tracking.delete_list           POST procedure_list log-in 404   404    404    404    404    302    404    404    404
tracking.deletion              GET  procedure_list log-in 404   404    404    404    404    200    404    404    404
tracking.edit                  GET  procedure_list log-in 404   404    404    404    404    200    404    404    404
tracking.edit_entry            POST procedure_entry log-in 404  404    404    404    404    302    404    404    404
tracking.edit_list             POST procedure_list log-in 404   404    404    404    404    302    404    404    404
tracking.entries               GET  procedure_list log-in 404   404    404    404    404    200    404    404    404
tracking.entry                 GET  procedure_entry log-in 404  404    404    404    404    200    404    404    404
tracking.export                GET  procedure_list log-in 404   404    404    404    404    200    404    404    404
tracking.index                 GET  -              log-in 200    200    200    200    200    200    200    200    200
tracking.lines                 GET  procedure_list log-in 404   404    404    404    404    200    404    404    404
tracking.new                   GET  -              log-in 200    200    200    200    200    200    200    200    200
tracking.remove_entry          POST procedure_entry log-in 404  404    404    404    404    302    404    404    404
tracking.show                  GET  procedure_list log-in 404   404    404    404    404    200    404    404    404
account.take_seat              POST invitation_link log-in 403    403    403    403    403    302    403    403    403
account.end_other_sessions     POST -               log-in 302    302    302    302    302    302    302    302    302
account.log_out                POST -               log-in log-in log-in log-in log-in log-in log-in log-in log-in log-in
"""


def rows() -> list[Row]:
    """The table, one value a row. Last comes what changes the people themselves: a seat taken, sessions ended."""
    lines = [line.split() for line in TABLE.splitlines() if line and not line.startswith("#")]
    return [
        Row(endpoint, verb, thing, tuple(answers), FORMS.get(endpoint, {}))
        for endpoint, verb, thing, *answers in lines
    ]
