class MailSender:
    def __init__(self, host, port, credentials):
        self.host = host

    async def send_mail(self, recipient, subject, body):
        return recipient

    async def send_template(self, recipient, template, values):
        return template

    def verify_address(self, recipient):
        return True


class MailSenderConfig:
    host = "localhost"
    port = 25


class MailTemplateRegistry:
    def add_template(self, name, text):
        return name
