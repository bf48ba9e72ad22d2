"""Names of terms, in any order, broken anywhere, with or without a foreign one."""

from __future__ import annotations

import pytest

from tests.facts.glossary.columns import BOTNET, COLUMN, explained


@pytest.mark.parametrize(
    "block",
    [
        "僵尸网络（botnet）：由被控主机组成的网络。",
        "僵尸网络（botnet）—— 由被控主机组成的网络。",
        "僵尸网络（botnet） 由被控主机组成的网络。",
        "botnet (僵尸网络): 由被控主机组成的网络。",
        "botnet（僵尸网络）：由被控主机组成的网络。",
        "**僵尸网络（botnet）** 由被控主机组成的网络。",
        "**僵尸网络**（botnet）：由被控主机组成的网络。",
        "**僵尸网络**（**botnet**）\n由被控主机组成的网络。",
        "**僵尸网络 botnet**：由被控主机组成的网络。",
        "**僵尸网络** botnet\n\n由被控主机组成的网络。",
        "僵尸网络 / botnet\n\n由被控主机组成的网络。",
        "僵尸网络 | botnet\n\n由被控主机组成的网络。",
        "botnet / 僵尸网络\n\n由被控主机组成的网络。",
        "僵尸网络——botnet\n\n由被控主机组成的网络。",
        "术语：僵尸网络（botnet）\n\n释义：由被控主机组成的网络。",
        "术语：僵尸网络\n英文：botnet\n释义：由被控主机组成的网络。",
        "术语：僵尸网络\n\n英文：botnet\n\n释义：由被控主机组成的网络。",
        "【术语】僵尸网络（botnet）\n\n【释义】由被控主机组成的网络。",
        "【僵尸网络】（botnet）\n\n由被控主机组成的网络。",
        "「僵尸网络」(botnet)\n\n由被控主机组成的网络。",
        "什么是僵尸网络（botnet）？\n\n由被控主机组成的网络。",
        "1. 僵尸网络（botnet）\n\n由被控主机组成的网络。",
        "一、僵尸网络（botnet）\n\n由被控主机组成的网络。",
        "① 僵尸网络（botnet）\n\n由被控主机组成的网络。",
        "🔑 僵尸网络（botnet）\n\n由被控主机组成的网络。",
        "### 僵尸网络（botnet）\n\n由被控主机组成的网络。",
        "> 僵尸网络（botnet）\n\n> 由被控主机组成的网络。",
        "僵尸网络（ botnet ）\n\n由被控主机组成的网络。",
        "僵尸网络 ( botnet )\n\n由被控主机组成的网络。",
        "僵尸网络（英文：botnet）\n\n由被控主机组成的网络。",
        "僵尸网络（英文名称：botnet）\n\n由被控主机组成的网络。",
        "僵尸\n网络（botnet）\n\n由被控主机组成的网络。",
        "僵尸网络\n（botnet）\n由被控主机组成的网络。",
        "僵尸网络\n\n(botnet)\n\n由被控主机组成的网络。",
        "每天进步一点点！\n\n僵尸网络（botnet）\n\n由被控主机组成的网络。",
        "第128期\n\n僵尸网络（botnet）\n\n由被控主机组成的网络。",
        "今天我们来学一个新词：\n\n僵尸网络（botnet）\n\n由被控主机组成的网络。",
        "2023-01-02\n\n僵尸网络（botnet）\n\n由被控主机组成的网络。",
        "密码学\n\n僵尸网络（botnet）\n\n由被控主机组成的网络。",
        "![](a.png)\n\n僵尸网络（botnet）\n\n![](b.png)\n\n由被控主机组成的网络。",
        "僵尸网络（botnet）\n\n由被控主机\n\n组成的网络。",
        "僵尸网络（botnet）\n\n由被控主机组成的网络\n\n。",
        "僵尸网络（botnet）\n\n- 由被控主机组成的网络。",
        "僵尸网络（botnet）\n\n> 由被控主机组成的网络。",
        "僵尸网络(botnet）\n\n由被控主机组成的网络。",
        "僵尸网络（botnet）：\n\n由被控主机组成的网络。",
        "<b>僵尸网络</b>（botnet）<br>由被控主机组成的网络。",
        "僵尸网络（botnet）\n\n定义：由被控主机组成的网络。",
        "每日一词：僵尸网络（botnet）\n\n由被控主机组成的网络。",
        "Q：什么是僵尸网络（botnet）？\n\nA：由被控主机组成的网络。",
    ],
)
def test_both_names_and_the_explanation_in_every_form(block: str) -> None:
    assert explained(COLUMN + block) == [BOTNET]


@pytest.mark.parametrize(
    "block",
    [
        "僵尸网络\n\n由被控主机组成的网络。",
        "僵尸网络：由被控主机组成的网络。",
        "**僵尸网络**\n\n由被控主机组成的网络。",
        "**僵尸网络** 由被控主机组成的网络。",
        "**僵尸网络：** 由被控主机组成的网络。",
        "僵尸网络\n由被控主机组成的网络。",
        "僵尸网络——由被控主机组成的网络。",
        "什么是僵尸网络？\n\n由被控主机组成的网络。",
        "【僵尸网络】\n\n由被控主机组成的网络。",
        "【僵尸网络】由被控主机组成的网络。",
        "名词：僵尸网络\n\n解释：由被控主机组成的网络。",
    ],
)
def test_a_term_without_a_foreign_name(block: str) -> None:
    assert explained(COLUMN + block) == [(BOTNET[0], "", BOTNET[2])]


@pytest.mark.parametrize(
    ("block", "item"),
    [
        (
            "僵尸网络（botnet）\n\n由被控主机组成的网络，分为：\n\n1. 集中式，听命于一台服务器；\n\n2. 分布式，互相传令。",
            ("僵尸网络", "botnet", "由被控主机组成的网络，分为：1. 集中式，听命于一台服务器；2. 分布式，互相传令。"),
        ),
        (
            "僵尸网络（botnet）\n\n由被控主机组成的网络，分为：\n\n（1）集中式；\n（2）分布式。",
            ("僵尸网络", "botnet", "由被控主机组成的网络，分为：（1）集中式；（2）分布式。"),
        ),
        (
            "僵尸网络（botnet）\n\n由被控主机组成的网络，分为：\n\n1、集中式（centralised）：听命于一台服务器；\n\n2、分布式（distributed）：互相传令。",
            (
                "僵尸网络",
                "botnet",
                "由被控主机组成的网络，分为：1、集中式（centralised）：听命于一台服务器；2、分布式（distributed）：互相传令。",
            ),
        ),
        (
            "One-time\npassword（一次性口令）\n\n只能使用一次的口令。",
            ("一次性口令", "One-time password", "只能使用一次的口令。"),
        ),
        (
            "Man in the\nMiddle Attack\n（中间人攻击）\n\n截取通信的攻击。",
            ("中间人攻击", "Man in the Middle Attack", "截取通信的攻击。"),
        ),
        (
            "Cross-Site Request Forgery (CSRF)（跨站请求伪造）\n\n冒用身份的攻击。",
            ("跨站请求伪造", "Cross-Site Request Forgery (CSRF)", "冒用身份的攻击。"),
        ),
        ("Secure Shell (SSH)\n\n一种加密登录协议。", ("", "Secure Shell (SSH)", "一种加密登录协议。")),
        ("SSH（Secure Shell）\n\n一种加密登录协议。", ("SSH", "Secure Shell", "一种加密登录协议。")),
        (
            "传输层安全（Transport Layer Security (TLS)）\n\n一种加密协议。",
            ("传输层安全", "Transport Layer Security (TLS)", "一种加密协议。"),
        ),
        (
            "deepfake (深度伪造): 用深度学习合成的、几可乱真的图像、声音或视频，常被用来冒充他人（例如企业高管）骗取转账。",
            (
                "深度伪造",
                "deepfake",
                "用深度学习合成的、几可乱真的图像、声音或视频，常被用来冒充他人（例如企业高管）骗取转账。",
            ),
        ),
        (
            "点击劫持（clickjacking）\n\n诱骗用户点击看不见的按钮。",
            ("点击劫持", "clickjacking", "诱骗用户点击看不见的按钮。"),
        ),
        (
            "文件包含（file inclusion）\n\n让程序载入别处的文件。",
            ("文件包含", "file inclusion", "让程序载入别处的文件。"),
        ),
        ("C++ 标准库（STL）\n\n一组容器和算法。", ("C++ 标准库", "STL", "一组容器和算法。")),
        ("OAuth 2.0\n\n一种授权框架。", ("", "OAuth 2.0", "一种授权框架。")),
        ("802.11i\n\n一种无线加密标准。", ("", "802.11i", "一种无线加密标准。")),
        ("3DES（Triple DES）\n\n用三次 DES 加密。", ("3DES", "Triple DES", "用三次 DES 加密。")),
        ("Kerberos 协议\n\n一种认证协议。", ("Kerberos 协议", "", "一种认证协议。")),
        ("活动目录（Active Directory）\n\n微软的目录服务。", ("活动目录", "Active Directory", "微软的目录服务。")),
        ("目录遍历\n\n用 ../ 读取目录之外的文件。", ("目录遍历", "", "用 ../ 读取目录之外的文件。")),
        ("消息摘要\n\n由消息算出的定长数据。", ("消息摘要", "", "由消息算出的定长数据。")),
        (
            "拜占庭将军问题（Byzantine Generals Problem）\n\n分布式系统中达成一致的难题。",
            ("拜占庭将军问题", "Byzantine Generals Problem", "分布式系统中达成一致的难题。"),
        ),
        (
            "IP 地址欺骗（IP address spoofing）\n\n伪造数据包的源地址。",
            ("IP 地址欺骗", "IP address spoofing", "伪造数据包的源地址。"),
        ),
        ("AES-256\n\n密钥长 256 位的对称算法。", ("", "AES-256", "密钥长 256 位的对称算法。")),
        (
            "钓鱼即服务（Phishing-as-a-Service, PhaaS）\n\n出租钓鱼工具的生意。",
            ("钓鱼即服务", "Phishing-as-a-Service, PhaaS", "出租钓鱼工具的生意。"),
        ),
        ("广告软件\n\n强行弹出广告的程序。", ("广告软件", "", "强行弹出广告的程序。")),
        (
            "信息安全三要素（CIA triad）\n\n机密性、完整性和可用性。",
            ("信息安全三要素", "CIA triad", "机密性、完整性和可用性。"),
        ),
        ("熵\n\n信息的不确定程度", ("熵", "", "信息的不确定程度")),
        ("信息披露（disclosure）\n\n把漏洞告知公众。", ("信息披露", "disclosure", "把漏洞告知公众。")),
        ("Rootkit\n隐藏自身和其他程序的恶意软件。", ("", "Rootkit", "隐藏自身和其他程序的恶意软件。")),
        ("Rootkit：隐藏自身和其他程序的恶意软件。", ("", "Rootkit", "隐藏自身和其他程序的恶意软件。")),
        ("“零日”漏洞（zero-day）\n\n尚无补丁的漏洞。", ("“零日”漏洞", "zero-day", "尚无补丁的漏洞。")),
        (
            "Wi-Fi 保护接入（Wi-Fi\nProtected\nAccess，WPA）\n\n一种无线加密\n协议。",
            ("Wi-Fi 保护接入", "Wi-Fi Protected Access，WPA", "一种无线加密协议。"),
        ),
        (
            "访问控制列表（Access Control List，简称ACL）\n\n列出谁能做什么。",
            ("访问控制列表", "Access Control List", "列出谁能做什么。"),
        ),
    ],
)
def test_names_and_explanation_as_printed(block: str, item: tuple[str, str, str]) -> None:
    assert explained(COLUMN + block) == [item]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("AES\n\n一种对称算法（即高级加密标准）。", ("", "AES", "一种对称算法（即高级加密标准）。")),
        ("零信任\n\n一种安全理念。", ("零信任", "", "一种安全理念。")),
        ("ARP 欺骗（ARP spoofing）\n\n把 IP\n地址映射到自己。", ("ARP 欺骗", "ARP spoofing", "把 IP 地址映射到自己。")),
        (
            "公钥（非对称）加密（public key encryption）\n\n用两把钥匙。",
            ("公钥（非对称）加密", "public key encryption", "用两把钥匙。"),
        ),
        (
            "跨站请求伪造（Cross-Site Request Forgery (CSRF)）\n\n冒用身份。",
            ("跨站请求伪造", "Cross-Site Request Forgery (CSRF)", "冒用身份。"),
        ),
        (
            "APT（Advanced Persistent Threat，高级持续性威胁）\n\n有组织的攻击。",
            ("高级持续性威胁", "Advanced Persistent Threat", "有组织的攻击。"),
        ),
        (
            "高级持续性威胁（Advanced Persistent Threat，APT）\n\n有组织的攻击。",
            ("高级持续性威胁", "Advanced Persistent Threat，APT", "有组织的攻击。"),
        ),
        ("- 熵（entropy）\n\n信息的不确定程度", ("熵", "entropy", "信息的不确定程度")),
        ("键盘记录器（keylogger）：记录按键的程序", ("键盘记录器", "keylogger", "记录按键的程序")),
        ("抗抵赖性（non-\nrepudiation）\n\n不能否认。", ("抗抵赖性", "non-repudiation", "不能否认。")),
        ("沙箱（sandbox）\n\n隔离的环境，\n\n用来观察程序。", ("沙箱", "sandbox", "隔离的环境，用来观察程序。")),
    ],
)
def test_names_and_explanation_of_further_terms(block: str, expected: tuple[str, str, str]) -> None:
    assert explained(COLUMN + block) == [expected]
