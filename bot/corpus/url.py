"""One address for one article, whatever was appended to it on the way."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qsl, unquote, urlencode, urlsplit

# What WeChat itself identifies an article by; everything else in such a link says who shared it.
_WECHAT_HOST = "mp.weixin.qq.com"
_WECHAT_KEYS = ("__biz", "mid", "idx", "sn")
_TRACKING = re.compile(
    r"utm_.*|mc_[ce]id|_ga|[gf]clid|msclkid|yclid|igshid|vd_source|weibo_id|wfr|spm|scm"
    r"|from|source|fr|ref|refer+er|for|share|share_.*|sharer|timestamp|clicktime|isappinstalled"
    r"|(?:sub|a)?scene|enterid|chksm|sessionid|devicetype|version|nettype|abtest_cookie|lang|exportkey|pass_ticket|wx_header",
    re.IGNORECASE,
)


def normalised(url: str) -> str:
    """`url` without scheme, `www.`, fragment and tracking parameters, its parameters in order; "" for no web address.

    For WeChat `__biz, mid, idx, sn` decide (a short link `/s/…` by its path).
    """
    parts = _split(url)
    if parts is None:
        return ""
    host = (parts.hostname or "").removeprefix("www.")
    if parts.port not in (None, 80, 443):
        host += f":{parts.port}"
    query = dict(parse_qsl(parts.query.replace("&amp;", "&")))
    if host == _WECHAT_HOST and "sn" in query:
        kept = [(key, query.get(key, "")) for key in _WECHAT_KEYS]
    else:
        kept = sorted(item for item in query.items() if not _TRACKING.fullmatch(item[0]))
    path = unquote(parts.path).rstrip("/")
    return f"{host}{path}" + (f"?{urlencode(kept)}" if kept else "")


def is_web(url: str) -> bool:
    """True for an absolute http or https address."""
    return _split(url) is not None


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url.strip())
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port is not False
    except ValueError:
        return None
    return parts if usable and len(url.split()) == 1 else None
